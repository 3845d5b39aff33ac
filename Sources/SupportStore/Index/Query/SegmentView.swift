import SupportModel

/// The tickets of a segment as lists show them.
struct SegmentView {
  let columns: TicketColumns
  let clocks: SegmentClocks
  private let now: Instant

  init(_ index: TicketIndex, _ segment: Segment, _ settings: DeskSettings) throws {
    (columns, now) = (try segment.columns(), index.now)
    clocks = try SegmentClocks(segment) { id in
      try index.snapshot.ticket(id).flatMap(index.judge.clocks)?.dueAt
    }
  }

  func summary(_ ticket: Int) throws -> TicketSummary {
    let dueAt = try clocks.dueAt(ticket)
    return TicketSummary(
      id: try columns.id(ticket),
      subject: String(decoding: try columns.subject(ticket), as: UTF8.self),
      status: try columns.value(.status, ticket) ?? "",
      priority: try columns.value(.priority, ticket) ?? "",
      assignee: try columns.value(.assignee, ticket),
      customer: try columns.value(.customer, ticket),
      lastMessageAt: try columns.time(.lastMessage, ticket), dueAt: dueAt,
      isOverdue: dueAt.map { $0 < now } ?? false,
      isUnreadByAgent: try columns.marks(ticket).contains(.unreadByAgent))
  }
}

extension TicketIndex {
  /// A ticket that was read.
  func summary(_ ticket: Ticket) -> TicketSummary {
    TicketSummary(ticket, clocks: judge.clocks(ticket))
  }
}
