/// What the rules of a desk make of something that happened to a ticket: the events that follow it.
///
/// Rules are tried in their order on the ticket as it is by then; what one changes, the next ones see,
/// and it may make others fire. Each fires once at most, so a run ends.
package struct RuleRun {
  /// A rule that fired.
  package struct Firing: Sendable {
    package let rule: String
    /// Where it stands in the settings, counted from 0.
    package let place: Int
    /// The rule whose change made it fire; nil where that was what happened itself.
    package let cause: String?
    package internal(set) var drafts: [EventDraft] = []
  }

  package private(set) var firings: [Firing] = []
  package private(set) var warnings: [RuleWarning] = []
  /// The rule that ended it.
  package private(set) var stop: Firing?
  /// The ticket after all of it.
  package private(set) var ticket: Ticket

  /// Something that happened, and the rules that led to it.
  private struct Link {
    var occasion: RuleOccasion
    var chain: [Int] = []
  }

  private let acting: Acting
  private let names: RuleNames
  private var waiting: [Link]

  /// Runs the rules after events of one ticket, which is as it is after them. `acting` is the desk
  /// itself.
  package init(
    after occasions: [RuleOccasion], _ ticket: Ticket, _ rules: inout RuleSet, _ acting: Acting,
    _ names: RuleNames
  ) throws {
    (self.ticket, self.acting, self.names) = (ticket, acting, names)
    waiting = occasions.map { Link(occasion: $0) }
    while !waiting.isEmpty {
      var link = waiting.removeFirst()
      let listening = try rules.rules(on: link.occasion.type)
      if listening.contains(where: { $0.rule.says != nil }) { link.occasion.listen() }
      for (place, rule) in listening where rule.fires(link.occasion, subject) {
        guard try fire(rule, place, after: link) else { continue }
        if rule.stops {
          stop = firings.last
          return
        }
      }
    }
  }

  package var drafts: [EventDraft] { firings.flatMap(\.drafts) }

  private var subject: FilterSubject {
    FilterSubject(ticket, acting.rules, customers: acting.customers)
  }

  /// Takes a rule's actions; false where it has fired already.
  private mutating func fire(_ rule: Rule, _ place: Int, after link: Link) throws -> Bool {
    if firing(of: place) != nil {
      try noteLoop(rule, place, link)
      return false
    }
    let cause = link.chain.last.flatMap(firing)?.rule
    var firing = Firing(rule: rule.name, place: place, cause: cause)
    for action in rule.actions {
      let (draft, faults) = try action.draft(ticket, acting, names)
      warnings += faults.map { .leftOut(rule: rule.name, action: action.name, $0) }
      guard var draft else { continue }
      draft.meta["rule"] = .string(rule.name)
      firing.drafts.append(draft)
      let event = Event(draft, id: EventID(bits: .max), at: acting.now, by: .system)
      let before = ticket
      ticket = ticket.adding(event)
      names.changed(before, ticket)
      waiting.append(Link(occasion: RuleOccasion(event), chain: link.chain + [place]))
    }
    firings.append(firing)
    return true
  }

  private func firing(of place: Int) -> Firing? { firings.first { $0.place == place } }

  /// A rule that would fire again is a circle where it led to this itself and would go on for ever.
  /// What fired since then is told with it.
  private mutating func noteLoop(_ rule: Rule, _ place: Int, _ link: Link) throws {
    guard link.chain.contains(place), let start = firings.firstIndex(where: { $0.place == place }),
      try goesOn(rule, link)
    else { return }
    let circle = firings[start...].filter { !$0.drafts.isEmpty }.map(\.rule) + [rule.name]
    let warning = RuleWarning.loop(circle)
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  /// Whether firing again would change the ticket again, or answer what rules said. That a change of
  /// its own would have a rule repeat its note is no circle: it is why each fires once.
  private func goesOn(_ rule: Rule, _ link: Link) throws -> Bool {
    try rule.actions.contains { action in
      guard let patch = try action.draft(ticket, acting, names).draft?.patch else { return false }
      return patch.message == nil ? !patch.isEmpty : link.occasion.says
    }
  }
}
