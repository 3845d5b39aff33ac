/// What a report wants to know of one ticket: its ways to be sorted, and what became of its
/// promises.
package struct SLACase: Hashable, Sendable {
  package var id: TicketID
  package var createdAt: Instant
  package var priority: String
  package var assignee: String?
  package var team: String?
  package var category: String?
  package var channel: String?
  /// The customer's address; nil for an internal ticket.
  package var customer: String?
  /// Nil where no policy applies.
  package var outcome: SLAOutcome?

  package init(
    id: TicketID, createdAt: Instant, priority: String, assignee: String? = nil,
    team: String? = nil, category: String? = nil, channel: String? = nil, customer: String? = nil,
    outcome: SLAOutcome? = nil
  ) {
    (self.id, self.createdAt, self.priority) = (id, createdAt, priority)
    (self.assignee, self.team, self.category) = (assignee, team, category)
    (self.channel, self.customer, self.outcome) = (channel, customer, outcome)
  }
}

extension SLACase {
  /// A ticket with an outcome that is known already.
  package init(_ ticket: Ticket, outcome: SLAOutcome?) {
    self.init(
      id: ticket.id, createdAt: ticket.createdAt, priority: ticket.priority,
      assignee: ticket.assignee, team: ticket.team, category: ticket.category,
      channel: ticket.channel, customer: ticket.customer, outcome: outcome)
  }

  /// A ticket whose promises came to what was recorded when it was done, or to what its clocks
  /// show; `clocks` is nil where no policy applies.
  package init(_ ticket: Ticket, _ clocks: SLAClocks?) {
    self.init(ticket, outcome: ticket.outcome(clocks))
  }
}
