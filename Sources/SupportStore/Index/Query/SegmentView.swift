import SupportModel

/// The tickets of a segment as lists show them. What is needed for that is read when the first one is
/// shown.
final class SegmentView {
  let columns: TicketColumns
  let clocks: SegmentClocks
  private let now: Instant
  /// The tables of `TicketLine.fields`.
  private var tables: [ValueTable?]?

  init(_ index: TicketIndex, _ segment: Segment) throws {
    (columns, now) = (try segment.columns(), index.now)
    clocks = SegmentClocks(segment) { id in
      try index.snapshot.ticket(id).flatMap(index.judge.clocks)?.dueAt
    }
  }

  private func value(_ line: TicketLine, _ place: Int) throws -> String? {
    let tables = try tables ?? TicketLine.fields.map { try columns.table($0) }
    self.tables = tables
    let code = line.code(place)
    guard code > 0, let table = tables[place], code <= table.count else { return nil }
    return try table.spelling(code - 1)
  }

  func summary(_ ticket: Int) throws -> TicketSummary {
    let line = try columns.line(ticket)
    let dueAt = try clocks.dueAt(ticket)
    return TicketSummary(
      id: line.id, subject: line.subject, status: try value(line, 0) ?? "",
      priority: try value(line, 1) ?? "", assignee: try value(line, 2), customer: line.customer,
      lastMessageAt: line.lastMessageAt, dueAt: dueAt, isOverdue: dueAt.map { $0 < now } ?? false,
      isUnreadByAgent: line.marks.contains(.unreadByAgent))
  }
}

extension TicketIndex {
  /// A ticket that was read.
  func summary(_ ticket: Ticket) -> TicketSummary {
    TicketSummary(ticket, clocks: judge.clocks(ticket))
  }
}
