/// Names of agents, teams and categories that nothing bears.
extension PolicyReview {
  mutating func lookForNames(in policy: SLAPolicy, _ condition: FilterExpression, _ place: Int) {
    for category in policy.categories.keys.sorted() where known.lacks(category: category) {
      note(.unknownCategory, place, "categories.\(category)", known.unknown(category: category))
    }
    for stranger in known.strangers(in: condition) {
      note(stranger.kind.code, place, "when", stranger.detail)
    }
  }

  mutating func look(at escalation: SLAEscalation, of policy: SLAPolicy, _ place: Int) {
    if let team = escalation.team, !known.staff.teams.contains(team) {
      note(.unknownTeam, place, "escalate.team", known.unknown(team: team))
    }
    if let agent = escalation.agent {
      if known.staff[agent] == nil {
        note(.unknownAgent, place, "escalate.agent", known.unknown(agent: agent))
      } else if known.staff[agent]?.role == .viewer {
        note(.unknownAgent, place, "escalate.agent", "\(agent) is a viewer and gets no tickets")
      }
    }
    for name in escalation.notify ?? []
    where known.staff[name] == nil && !known.staff.teams.contains(name) {
      note(.unknownAgent, place, "escalate.notify", "no agent or team is called \"\(name)\"")
    }
    if let priority = escalation.priority, raisesNothing(priority, policy) {
      note(
        .raisesNothing, place, "escalate.priority",
        "every ticket with a target is of a higher priority than \(priority)")
    }
  }

  private func raisesNothing(_ priority: String, _ policy: SLAPolicy) -> Bool {
    let rank = settings.priorities.rank(of: priority)
    let promised = ([policy.targets] + policy.categories.values).flatMap(\.keys)
    return !promised.isEmpty && promised.allSatisfy { settings.priorities.rank(of: $0) > rank }
  }
}

extension KnownNames.Kind {
  fileprivate var code: PolicyMistake.Code {
    switch self {
    case .agent: .unknownAgent
    case .team: .unknownTeam
    case .category: .unknownCategory
    }
  }
}
