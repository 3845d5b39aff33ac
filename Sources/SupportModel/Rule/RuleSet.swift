/// A desk's rules as one command uses them: each is read when something that it listens to happens
/// for the first time.
package struct RuleSet {
  private let settings: DeskSettings
  private let now: Instant
  private lazy var context = FilterContext.policies(settings, at: now)
  /// By their places; nil for those that nobody has asked for.
  private var read: [Rule?]
  private var listening: [(type: EventType, places: [Int])] = []

  package init(_ settings: DeskSettings, at now: Instant) {
    (self.settings, self.now) = (settings, now)
    read = Array(repeating: nil, count: settings.rules.count)
  }

  /// Whether there is no rule at all, as in most desks.
  package var isEmpty: Bool { settings.rules.isEmpty }

  /// The rules that listen to a type of event, by their places.
  mutating func rules(on type: EventType) throws -> [(place: Int, rule: Rule)] {
    try places(on: type).map { place in
      let rule = try read[place] ?? settings.rules.rule(place, context)
      read[place] = rule
      return (place, rule)
    }
  }

  private mutating func places(on type: EventType) -> [Int] {
    if let known = listening.first(where: { $0.type == type }) { return known.places }
    let places = settings.rules.places(on: type)
    listening.append((type, places))
    return places
  }
}
