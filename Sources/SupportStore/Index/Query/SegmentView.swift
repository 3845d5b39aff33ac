import SupportModel

/// The tickets of a segment as lists show them.
struct SegmentView {
  let columns: TicketColumns
  let clocks: SegmentClocks
  private let now: Instant
  private let status: CodeColumn
  private let priority: CodeColumn
  private let assignee: CodeColumn
  private let customer: CodeColumn

  init(_ index: TicketIndex, _ segment: Segment) throws {
    (columns, now) = (try segment.columns(), index.now)
    status = try CodeColumn(columns, .status)
    priority = try CodeColumn(columns, .priority)
    assignee = try CodeColumn(columns, .assignee)
    customer = try CodeColumn(columns, .customer)
    clocks = try SegmentClocks(segment) { id in
      try index.snapshot.ticket(id).flatMap(index.judge.clocks)?.dueAt
    }
  }

  func summary(_ ticket: Int) throws -> TicketSummary {
    let dueAt = try clocks.dueAt(ticket)
    return TicketSummary(
      id: try columns.id(ticket),
      subject: String(decoding: try columns.subject(ticket), as: UTF8.self),
      status: try status.value(ticket) ?? "",
      priority: try priority.value(ticket) ?? "",
      assignee: try assignee.value(ticket),
      customer: try customer.value(ticket),
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
