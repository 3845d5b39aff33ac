/// Looks for mistakes in a desk's policies.
package struct PolicyReview {
  let settings: DeskSettings
  let known: KnownNames
  private let rules: SLARules
  private var mistakes: [PolicyMistake] = []

  private init(_ settings: DeskSettings, _ rules: SLARules, _ known: KnownNames) {
    (self.settings, self.rules, self.known) = (settings, rules, known)
  }

  /// The mistakes in the order of the policies.
  package static func mistakes(
    in settings: DeskSettings, at now: Instant, _ known: KnownNames
  ) -> [PolicyMistake] {
    let rules = SLARules(settings, at: now)
    var review = PolicyReview(settings, rules, known)
    for place in rules.policies.indices { review.look(at: place) }
    return review.mistakes
  }

  private mutating func look(at place: Int) {
    let policy = rules.policies[place]
    if let reach = reach(of: rules.reach(of: place), place) {
      lookForTargets(policy, reach, place)
    }
    lookForNames(in: policy, rules.conditions[place], place)
    if let escalation = policy.escalation { look(at: escalation, of: policy, place) }
  }

  mutating func note(
    _ code: PolicyMistake.Code, _ place: Int, _ field: String, _ detail: String
  ) {
    mistakes.append(PolicyMistake(code: code, policy: place, field: field, detail: detail))
  }

  // MARK: Which tickets

  /// The open tickets that the policy can apply to; nil where there can be none.
  private mutating func reach(of condition: FilterExpression, _ place: Int) -> FilterExpression? {
    let field = rules.policies[place].when == nil ? "name" : "when"
    guard condition.isPossible else {
      note(.never, place, field, "no ticket can match: the condition contradicts itself")
      return nil
    }
    if let thief = thief(of: condition, place) {
      note(.shadowed, place, field, "never reached: \(thief) all of its tickets")
      return nil
    }
    let reach = FilterExpression.all(
      of: [condition, isOpen] + (0..<place).map { rules.reach(of: $0).negated })
    guard reach.isPossible else {
      note(.onlyDone, place, field, "only tickets that are done match: its clocks never run")
      return nil
    }
    return reach
  }

  /// Who takes every ticket that the condition could find: one earlier policy, or all of them
  /// together.
  private func thief(of condition: FilterExpression, _ place: Int) -> String? {
    let earlier = (0..<place).map(rules.reach)
    func takes(_ others: [FilterExpression]) -> Bool {
      !FilterExpression.all(of: [condition] + others.map(\.negated)).isPossible
    }
    if let one = earlier.firstIndex(where: { takes([$0]) }) {
      return "\"\(rules.policies[one].name)\" before it takes"
    }
    return takes(earlier) ? "the policies before it take" : nil
  }

  private var isOpen: FilterExpression {
    let done = settings.lifecycle.statuses.filter { $0.phase == .done }
    return holds(.among(.status, done.map { $0.code.lowercased() })).negated
  }

  private func holds(_ fact: FilterFact) -> FilterExpression {
    .term(FilterTerm(text: "", anyOf: [.holds(fact)], isRelative: false))
  }

  // MARK: What is promised

  private mutating func lookForTargets(
    _ policy: SLAPolicy, _ reach: FilterExpression, _ place: Int
  ) {
    let bare = settings.priorities.codes.filter { policy.targets[$0]?.isEmpty ?? true }
    let missing = bare.filter { code in
      let isOfPriority = holds(.among(.priority, [code.lowercased()]))
      let served = policy.categories.filter { $1[code]?.isEmpty == false }.keys
      let isElsewhere = served.map { holds(.below($0)).negated }
      return FilterExpression.all(of: [reach, isOfPriority] + isElsewhere).isPossible
    }
    guard !missing.isEmpty else { return }
    let names = missing.joined(separator: ", ")
    note(.noTarget, place, "targets", "a ticket of this priority gets no clock: \(names)")
  }
}
