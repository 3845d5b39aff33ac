/// Whom a ticket goes to. What is nil stays as it is.
package enum Assignment: Hashable, Sendable {
  case agent(Agent, team: String?)
  case team(String)
  /// A team, where it waits for somebody: whoever has it has it no longer.
  case queue(of: String)
  case nobody
}

extension Agent {
  /// Viewers read, and get no tickets.
  package func requireTakingTickets() throws(Refusal) {
    guard role != .viewer else {
      throw .invalid(
        field: "assignee", value: handle, expected: "an agent, but this one is a viewer")
    }
  }
}

extension Ticket {
  /// The event that gives the ticket to somebody; nil when they have it already.
  package func assign(
    _ assignment: Assignment, reason: String? = nil, _ acting: Acting
  ) throws(Refusal) -> EventDraft? {
    try acting.permissions.requireChange(of: self, "assign this ticket")
    var change = TicketChange(self)
    switch assignment {
    case .agent(let agent, let team):
      try agent.requireTakingTickets()
      change.set("assigned_to", agent.handle)
      if let team { change.set("team", team) }
    case .team(let team): change.set("team", team)
    case .queue(let team):
      change.set("team", team)
      change.set("assigned_to", nil as String?)
    case .nobody: change.set("assigned_to", nil as String?)
    }
    guard !change.patch.isEmpty else { return nil }
    let action =
      assignment == .nobody ? "unassigned" : assignee == nil ? "assigned" : "reassigned"
    change.meta["action"] = .string(action)
    change.meta["reason"] = try TextRules.reason(reason, acting.settings.limits)
    return change.draft(.ticketAssigned, id, acting)
  }

  /// The event by which an agent takes a ticket that nobody has; nil when it is theirs already.
  package func claim(_ acting: Acting) throws(Refusal) -> EventDraft? {
    guard let agent = acting.person.agent else {
      throw .notPermitted(acting.person.actor, action: "claim tickets")
    }
    try acting.permissions.requireAgent("claim tickets")
    if let assignee, assignee != agent.handle { throw .alreadyAssigned(id, to: assignee) }
    return try assign(.agent(agent, team: nil), acting)
  }
}
