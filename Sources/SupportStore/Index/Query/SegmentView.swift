import SupportModel

/// The tickets of a segment as lists show them. What is needed for that is read when the first one is
/// shown.
final class SegmentView {
  let columns: TicketColumns
  let clocks: SegmentClocks
  private let now: Instant
  private let lifecycle: Lifecycle

  init(_ index: TicketIndex, _ segment: Segment, _ settings: DeskSettings) throws {
    (columns, now, lifecycle) = (try segment.columns(), index.now, settings.lifecycle)
    clocks = SegmentClocks(segment) { id in
      try index.snapshot.ticket(id).flatMap(index.judge.clocks)?.dueAt
    }
  }

  /// Whether a ticket is done, by now, so that nothing can be due: most are, and their clocks need not
  /// be looked at.
  private func isAtRest(_ line: TicketLine, _ status: String) -> Bool {
    guard lifecycle.phase(of: status) == .done else { return false }
    return line.updatedAt.map { $0 <= now } ?? false
  }

  func summary(_ ticket: Int) throws -> TicketSummary {
    let line = try columns.line(ticket)
    let status = line.status ?? ""
    let dueAt = try isAtRest(line, status) ? nil : clocks.dueAt(ticket)
    return TicketSummary(
      id: line.id, subject: line.subject, status: status,
      priority: line.priority ?? "", assignee: line.assignee, customer: line.customer,
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
