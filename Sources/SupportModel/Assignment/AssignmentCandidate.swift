/// An agent as somebody who may be given a ticket by itself.
package struct AssignmentCandidate: Hashable, Sendable {
  package var agent: Agent
  /// How many open tickets they have.
  package var load: Int
  /// The event by which they were given a ticket last, of those that are looked back upon; nil where
  /// there is none.
  package var lastGiven: EventID?
  /// How many tickets this command has given away when it gave them their last one; 0 for none.
  package var turn = 0

  package init(_ agent: Agent, load: Int, lastGiven: EventID? = nil) {
    (self.agent, self.load, self.lastGiven) = (agent, load, lastGiven)
  }

  package var hasRoom: Bool { agent.capacity.map { load < $0 } ?? true }
}

/// What of a ticket and its desk decides who gets it.
package struct AssignmentQuestion: Hashable, Sendable {
  package var ticket: Ticket
  /// The team whose agents are asked; nil where they are asked for another reason.
  package var team: String?
  package var method: Team.Method
  /// The language that the ticket's customer reads, where it is known.
  package var language: String?

  package init(
    _ ticket: Ticket, team: String?, method: Team.Method, language: String? = nil
  ) {
    (self.ticket, self.team, self.method) = (ticket, team, method)
    self.language = language?.lowercased()
  }

  /// The words by which a ticket asks for skills: its tags, its category and those above it.
  var words: Set<String> {
    Set(ticket.tags + (ticket.category.map(Category.line(from:)) ?? []))
  }
}
