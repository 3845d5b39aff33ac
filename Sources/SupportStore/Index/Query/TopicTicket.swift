import SupportModel

/// A ticket as topics count it.
struct TopicTicket {
  let id: TicketID
  let createdAt: Instant
  let subject: String
  /// The customer's address, whose words are not what the ticket is about.
  let customer: String?
  let status: String
  let doneAt: Instant?

  init(
    id: TicketID, createdAt: Instant, subject: String, customer: String?, status: String,
    doneAt: Instant?
  ) {
    (self.id, self.createdAt, self.subject) = (id, createdAt, subject)
    (self.customer, self.status, self.doneAt) = (customer, status, doneAt)
  }

  init(_ ticket: Ticket) {
    self.init(
      id: ticket.id, createdAt: ticket.createdAt, subject: ticket.subject,
      customer: ticket.customer, status: ticket.status,
      doneAt: ticket.resolvedAt ?? ticket.closedAt)
  }

  /// A ticket of a segment.
  init(_ columns: TicketColumns, _ number: Int) throws {
    let line = try columns.line(number)
    self.init(
      id: line.id, createdAt: try columns.time(.created, number) ?? Instant(line.id.date),
      subject: line.subject, customer: line.customer, status: line.status ?? "",
      doneAt: try columns.time(.resolved, number) ?? columns.time(.closed, number))
  }
}
