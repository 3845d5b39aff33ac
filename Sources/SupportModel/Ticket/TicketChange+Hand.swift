/// Whom names mean that tickets can go to.
struct Takers<Failure: Error> {
  let agent: (_ handle: String) throws(Failure) -> Agent?
  let team: (_ code: String) throws(Failure) -> Team?
}

extension Staff {
  var takers: Takers<Never> { Takers(agent: { self[$0] }, team: { self.team($0) }) }
}

extension RuleNames {
  var takers: Takers<any Error> { Takers(agent: agent, team: team) }
}

extension TicketChange {
  /// Gives the ticket to a team, an agent or both, and says what was left out of it. Whoever has it
  /// keeps it if they are in the team.
  mutating func hand<Failure>(
    _ ticket: Ticket, to team: String?, agent: String?, _ takers: Takers<Failure>
  ) throws(Failure) -> [RuleFault] {
    var faults: [RuleFault] = []
    if let team {
      if let fault = Self.fault(team, try takers.team(team)) {
        faults.append(fault)
      } else {
        set("team", team)
        var members: [String] = []
        if let assignee = ticket.assignee { members = try takers.agent(assignee)?.teams ?? [] }
        if ticket.assignee != nil, !members.contains(team) { set("assigned_to", nil as String?) }
      }
    }
    if let agent {
      if let fault = Self.fault(agent, try takers.agent(agent)) {
        faults.append(fault)
      } else {
        set("assigned_to", agent)
      }
    }
    return faults
  }

  private static func fault(_ name: String, _ team: Team?) -> RuleFault? {
    guard let team else { return .unknown(kind: "team", name: name) }
    return team.isActive ? nil : .refused(.inactive(kind: "team", name: name))
  }

  private static func fault(_ name: String, _ agent: Agent?) -> RuleFault? {
    guard let agent else { return .unknown(kind: "agent", name: name) }
    return agent.role == .viewer ? .viewer(name) : nil
  }
}
