/// Where somebody takes a ticket to that needs more than they can give. What is nil stays as it is.
package struct Escalating: Sendable {
  package var team: String?
  /// A word for the priority that it is raised to.
  package var priority: String?
  /// Somebody outside of the desk, by name: `provider operations`.
  package var outside: String?
  package var reason: String

  package init(reason: String) { self.reason = reason }
}

extension Ticket {
  /// The event by which somebody escalates the ticket, by the rules of a policy that does
  /// (`SLAEscalation`): the team finds it waiting, and no priority is lowered.
  package func escalate(
    _ escalating: Escalating, _ staff: Staff, _ acting: Acting
  ) throws(Refusal) -> EventDraft {
    try acting.permissions.requireChange(of: self, "escalate this ticket")
    if isErased { throw .erased(id) }
    if isDone(acting) { throw .done(id, status: status) }
    var escalation = SLAEscalation()
    escalation.team = escalating.team
    escalation.priority = try escalating.priority.map { word throws(Refusal) in
      try acting.priority(word).code
    }
    var change = TicketChange(self)
    _ = escalation.apply(to: self, acting.settings.priorities, staff, &change)
    var fact = JSONObject([
      ("at", .string(acting.now.description)), ("by", .string(acting.person.actor.description)),
    ])
    fact["team"] = escalating.team.map(JSON.string)
    if let outside = escalating.outside {
      fact["to"] = .string(try TextRules.line(outside, field: "name", acting.settings.limits))
    }
    fact["reason"] = .string(
      try TextRules.line(escalating.reason, field: "reason", acting.settings.limits))
    change.set("escalation", .object(fact))
    change.meta["reason"] = fact["reason"]
    return change.draft(.ticketEscalated, id, acting)
  }
}
