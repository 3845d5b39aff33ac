import SupportModel

/// The tickets of a segment as lists show them. What is needed for that is read when the first one is
/// shown.
final class SegmentView {
  let columns: TicketColumns
  let clocks: SegmentClocks
  private let now: Instant
  private let lifecycle: Lifecycle
  /// The tables of `TicketLine.fields`.
  private var tables: [ValueTable?]?

  init(_ index: TicketIndex, _ segment: Segment, _ settings: DeskSettings) throws {
    (columns, now, lifecycle) = (try segment.columns(), index.now, settings.lifecycle)
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

  /// Whether a ticket is done, by now, so that nothing can be due: most are, and their clocks need not
  /// be looked at.
  private func isAtRest(_ ticket: Int, _ status: String) throws -> Bool {
    guard lifecycle.phase(of: status) == .done else { return false }
    return try columns.time(.updated, ticket).map { $0 <= now } ?? false
  }

  func summary(_ ticket: Int) throws -> TicketSummary {
    let line = try columns.line(ticket)
    let status = try value(line, 0) ?? ""
    let dueAt = try isAtRest(ticket, status) ? nil : clocks.dueAt(ticket)
    return TicketSummary(
      id: line.id, subject: line.subject, status: status,
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
