/// The rules of `support.json`, as they stand there.
///
/// A rule is read when an event happens that it listens to, or when somebody looks at the rules: a
/// command that no rule is about pays for none of them.
package struct RuleSettings: Sendable {
  private let readers: [SettingsReader]

  package init() { readers = [] }

  init(_ settings: SettingsReader) throws { readers = try settings.children("rules") ?? [] }

  /// A file that is one rule.
  init(only reader: SettingsReader) { readers = [reader] }

  package var isEmpty: Bool { readers.isEmpty }
  package var count: Int { readers.count }

  /// What stands there, whatever it is.
  package var entries: [JSONObject] { readers.map(\.values) }

  /// The name of each where it has one, also of a broken one.
  package var names: [String?] { readers.map { $0.values["name"]?.string } }

  /// Reads the rule of a place, counted from 0.
  package func rule(_ place: Int, _ settings: DeskSettings, at now: Instant) throws -> Rule {
    try Rule(readers[place], settings, at: now)
  }

  /// All of them; a broken one is an error, as are two of one name.
  package func all(_ settings: DeskSettings, at now: Instant) throws -> [Rule] {
    let rules = try readers.map { try Rule($0, settings, at: now) }
    for place in rules.indices { try requireOwnName(place) }
    return rules
  }

  /// A rule is switched on and off, changed and removed by its name.
  package func requireOwnName(_ place: Int) throws {
    let earlier = readers[..<place].lazy.compactMap { $0.values["name"]?.string }
    guard let name = readers[place].values["name"]?.string, earlier.contains(name) else { return }
    throw readers[place].error("name", "two rules are called \"\(name)\"")
  }

  /// The places of active rules that may listen to an event. Of one that says nothing legible about
  /// it, this is so: reading it is the error.
  func places(on type: EventType) -> [Int] {
    readers.indices.filter { place in
      let entry = readers[place].values
      guard entry["active"]?.bool != false else { return false }
      guard case .array(let words) = entry["on"] else { return true }
      return words.contains { word in
        if case .string(let word) = word { Rule.word(word, covers: type) } else { true }
      }
    }
  }
}

extension RuleSettings: Hashable {
  package static func == (left: RuleSettings, right: RuleSettings) -> Bool {
    left.entries == right.entries
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}
