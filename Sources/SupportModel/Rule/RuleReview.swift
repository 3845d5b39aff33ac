/// Looks for mistakes in a rule that can be read.
package struct RuleReview {
  private let rule: Rule
  private let place: Int
  private let known: KnownNames
  private let categories: [String]
  private let templates: [String]
  private var mistakes: [RuleMistake] = []

  private init(
    _ rule: Rule, _ place: Int, _ known: KnownNames, _ categories: [String],
    _ templates: [String]
  ) {
    (self.rule, self.place, self.known) = (rule, place, known)
    (self.categories, self.templates) = (categories, templates)
  }

  /// The mistakes of the rule at a place of the settings. `categories` are those that the desk
  /// declares; where there are none, tickets have any.
  package static func mistakes(
    in rule: Rule, at place: Int, _ known: KnownNames, categories: [String] = [],
    templates: [String] = []
  ) -> [RuleMistake] {
    var review = RuleReview(rule, place, known, categories, templates)
    review.lookAtCondition()
    for (number, actions) in rule.then.enumerated() {
      for action in actions { review.look(at: action, "then[\(number)].\(action.name)") }
    }
    return review.mistakes
  }

  private mutating func note(_ code: RuleMistake.Code, _ field: String, _ detail: String) {
    mistakes.append(RuleMistake(code: code, rule: place, field: field, detail: detail))
  }

  private mutating func lookAtCondition() {
    if !rule.condition.isPossible {
      note(.never, "when", "no ticket can match: the condition contradicts itself")
    }
    for stranger in known.strangers(in: rule.condition) {
      note(stranger.kind.ruleCode, "when", stranger.detail)
    }
    for (number, word) in (rule.by ?? []).enumerated() {
      if let handle = Actor(word)?.handle, known.staff[handle] == nil {
        note(.unknownAgent, "by[\(number)]", known.unknown(agent: handle))
      }
    }
  }

  private mutating func look(at action: RuleAction, _ field: String) {
    switch action {
    case .assign(.agent(let handle)): requireOwner(handle, field)
    case .route(let team): requireTeam(team, "\(field).team")
    case .escalate(let escalation, _):
      escalation.team.map { requireTeam($0, "\(field).team") }
      escalation.agent.map { requireOwner($0, "\(field).agent") }
      requireSomebody(escalation.notify ?? [], "\(field).notify")
    case .notify(let names): requireSomebody(names, field)
    case .watch(let handles):
      for (number, handle) in handles.enumerated() where known.staff[handle] == nil {
        note(.unknownAgent, "\(field)[\(number)]", known.unknown(agent: handle))
      }
    case .reply(let reply):
      lookForEcho(.ticketMessageAdded, field)
      if case .templates(let names) = reply { requireTemplates(names, "\(field).template") }
    case .note: lookForEcho(.ticketNoteAdded, field)
    case .set(let values): requireCategory(values["category"] ?? "", "\(field).category")
    case .move, .raise, .tag, .assign(.nobody), .assign(.automatic): break
    }
  }

  private mutating func requireTemplates(_ names: [String], _ field: String) {
    for name in names where !templates.contains(where: { $0 == name || $0.hasPrefix(name + ".") }) {
      let near = nearest(to: name, among: templates).map { "; did you mean \"\($0)\"?" } ?? ""
      note(.unknownTemplate, field, "no template is called \"\(name)\"\(near)")
    }
  }

  private mutating func requireCategory(_ category: String, _ field: String) {
    guard !category.isEmpty, !categories.isEmpty, !categories.contains(category) else { return }
    let near = nearest(to: category, among: categories).map { "; did you mean \"\($0)\"?" } ?? ""
    note(.unknownCategory, field, "the desk has no category \"\(category)\"\(near)")
  }

  /// A rule that hears what it says itself.
  private mutating func lookForEcho(_ type: EventType, _ field: String) {
    let hears = rule.by.map { words in words.contains { Rule.word($0, names: .system) } } ?? true
    guard hears, rule.listens(to: type), rule.says == nil else { return }
    note(
      .answersItself, field,
      "it listens to \(type) from the desk itself: say \"by\": [\"customer\"], for instance")
  }

  private mutating func requireOwner(_ handle: String, _ field: String) {
    if let agent = known.staff[handle] {
      guard agent.role == .viewer else { return }
      note(.unknownAgent, field, "\(handle) is a viewer and gets no tickets")
    } else {
      note(.unknownAgent, field, known.unknown(agent: handle))
    }
  }

  private mutating func requireTeam(_ team: String, _ field: String) {
    guard !known.staff.teams.contains(team) else { return }
    note(.unknownTeam, field, known.unknown(team: team))
  }

  private mutating func requireSomebody(_ names: [String], _ field: String) {
    for (number, name) in names.enumerated()
    where known.staff[name] == nil && !known.staff.teams.contains(name) {
      note(.unknownAgent, "\(field)[\(number)]", "no agent or team is called \"\(name)\"")
    }
  }
}

extension KnownNames.Kind {
  fileprivate var ruleCode: RuleMistake.Code {
    switch self {
    case .agent: .unknownAgent
    case .team: .unknownTeam
    case .category: .unknownCategory
    }
  }
}
