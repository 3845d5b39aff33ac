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
  ) throws -> EventDraft {
    var escalation = SLAEscalation()
    escalation.team = escalating.team
    escalation.priority = try escalating.priority.map { try acting.priority($0).code }
    let limits = acting.settings.limits
    return try escalated(
      by: escalation,
      to: escalating.outside.map { try TextRules.line($0, field: "name", limits) },
      reason: try TextRules.line(escalating.reason, field: "reason", limits), staff.takers, acting
    ).draft
  }

  /// The same for a rule: what nobody can be told about is left out. The last time that somebody
  /// escalated a ticket stands in it, and all of them in its log.
  func escalated<Failure>(
    by escalation: SLAEscalation, to outside: String? = nil, reason: String?,
    _ takers: Takers<Failure>, _ acting: Acting
  ) throws -> (draft: EventDraft, leftOut: [RuleFault]) {
    try acting.permissions.requireChange(of: self, "escalate this ticket")
    if isErased { throw Refusal.erased(id) }
    if isDone(acting) { throw Refusal.done(id, status: status) }
    var change = TicketChange(self)
    change.meta["reason"] = reason.map(JSON.string)
    let leftOut = try escalation.apply(to: self, acting.settings.priorities, takers, &change)
    var fact = JSONObject([
      ("at", .string(acting.now.description)), ("by", .string(acting.person.actor.description)),
    ])
    let team = change.patch.set["team"]?.string ?? self.team
    if let wanted = escalation.team, wanted == team { fact["team"] = .string(wanted) }
    fact["to"] = outside.map(JSON.string)
    fact["reason"] = reason.map(JSON.string)
    change.set("escalation", .object(fact))
    return (change.draft(.ticketEscalated, id, acting), leftOut)
  }
}
