/// A desk's rules as one command uses them: each is read when something that it listens to happens
/// for the first time.
package struct RuleSet {
  private let settings: DeskSettings
  private let now: Instant
  private var read: [Int: Rule] = [:]
  private var listening: [EventType: [Int]] = [:]

  package init(_ settings: DeskSettings, at now: Instant) {
    (self.settings, self.now) = (settings, now)
  }

  /// Whether there is no rule at all, as in most desks.
  package var isEmpty: Bool { settings.rules.isEmpty }

  /// The rules that listen to a type of event, by their places.
  mutating func rules(on type: EventType) throws -> [(place: Int, rule: Rule)] {
    let places = listening[type] ?? settings.rules.places(on: type)
    listening[type] = places
    return try places.map { place in
      let rule = try read[place] ?? settings.rules.rule(place, settings, at: now)
      read[place] = rule
      return (place, rule)
    }
  }
}
