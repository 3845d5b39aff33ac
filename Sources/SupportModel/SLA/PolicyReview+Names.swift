/// Names of agents, teams and categories that nothing bears.
extension PolicyReview {
  mutating func lookForNames(in policy: SLAPolicy, _ condition: FilterExpression, _ place: Int) {
    for category in policy.categories.keys.sorted() where known.lacks(category: category) {
      note(.unknownCategory, place, "categories.\(category)", unknown(category: category))
    }
    for fact in condition.terms.flatMap(\.anyOf).map(\.fact) {
      switch fact {
      case .among(.assignee, let handles), .among(.watcher, let handles):
        for handle in handles where known.staff[handle] == nil {
          note(.unknownAgent, place, "when", unknown(agent: handle))
        }
      case .among(.team, let teams):
        let all = Set(known.staff.teams.map { $0.lowercased() })
        for team in teams where !all.contains(team) {
          note(.unknownTeam, place, "when", unknown(team: team))
        }
      case .below(let category) where known.lacks(category: category):
        note(.unknownCategory, place, "when", unknown(category: category))
      default: break
      }
    }
  }

  mutating func look(at escalation: SLAEscalation, of policy: SLAPolicy, _ place: Int) {
    if let team = escalation.team, !known.staff.teams.contains(team) {
      note(.unknownTeam, place, "escalate.team", unknown(team: team))
    }
    if let agent = escalation.agent {
      if known.staff[agent] == nil {
        note(.unknownAgent, place, "escalate.agent", unknown(agent: agent))
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

  private func unknown(agent: String) -> String {
    "no agent is called \"\(agent)\"" + meant(agent, known.staff.handles)
  }

  private func unknown(team: String) -> String {
    "no agent is in a team \"\(team)\"" + meant(team, known.staff.teams.sorted())
  }

  private func unknown(category: String) -> String {
    "nothing has the category \"\(category)\"" + meant(category, known.categories?.sorted() ?? [])
  }

  private func meant(_ word: String, _ names: [String]) -> String {
    nearest(to: word, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}
