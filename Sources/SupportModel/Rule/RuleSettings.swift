/// The rules of `support.json`, as they stand there.
///
/// A rule is read when an event happens that it listens to, or when somebody looks at the rules: a
/// command that no rule is about pays for none of them.
package struct RuleSettings: Sendable {
  private var read: [SettingsReader] = []
  /// Those of a whole `support.json`, which are read when their time comes.
  private var unread: (file: SettingsReader, objects: UnreadObjects)?

  /// What to leave unread of a settings file.
  static let unread = UnreadObjects(key: "rules", noting: ["active", "on"])

  package init() {}

  init(_ settings: SettingsReader) throws {
    if let objects = settings.unread, objects.count > 0 {
      unread = (settings, objects)
    } else {
      read = try settings.children("rules") ?? []
    }
  }

  /// A file that is one rule.
  init(only reader: SettingsReader) { read = [reader] }

  package var isEmpty: Bool { count == 0 }
  package var count: Int { unread?.objects.count ?? read.count }

  /// The same for whoever looks at each of them, more than once: they are all read.
  package var whole: RuleSettings {
    var whole = RuleSettings()
    whole.read = readers
    return whole
  }

  private func reader(_ place: Int) -> SettingsReader {
    unread.map { $0.file.unread($0.objects, place) } ?? read[place]
  }

  private var readers: [SettingsReader] { (0..<count).map(reader) }

  /// What stands there, whatever it is.
  package var entries: [JSONObject] { readers.map(\.values) }

  /// The name of each where it has one, also of a broken one.
  package var names: [String?] { entries.map { $0["name"]?.string } }

  /// Reads the rule of a place, counted from 0.
  package func rule(_ place: Int, _ settings: DeskSettings, at now: Instant) throws -> Rule {
    try rule(place, .policies(settings, at: now))
  }

  /// The same for whoever reads several.
  func rule(_ place: Int, _ context: FilterContext) throws -> Rule {
    try Rule(reader(place), context)
  }

  /// All of them; a broken one is an error, as are two of one name.
  package func all(_ settings: DeskSettings, at now: Instant) throws -> [Rule] {
    let readers = readers
    let context = FilterContext.policies(settings, at: now)
    let rules = try readers.map { try Rule($0, context) }
    for place in rules.indices { try Self.requireOwnName(place, among: readers) }
    return rules
  }

  /// A rule is switched on and off, changed and removed by its name. For many places, ask `whole`.
  package func requireOwnName(_ place: Int) throws {
    try Self.requireOwnName(place, among: readers)
  }

  private static func requireOwnName(_ place: Int, among readers: [SettingsReader]) throws {
    let earlier = readers[..<place].lazy.compactMap { $0.values["name"]?.string }
    guard let name = readers[place].values["name"]?.string, earlier.contains(name) else { return }
    throw readers[place].error("name", "two rules are called \"\(name)\"")
  }

  /// The places of active rules that may listen to an event. Of one that says nothing legible about
  /// it, this is so: reading it is the error.
  func places(on type: EventType) -> [Int] {
    guard let (file, objects) = unread else {
      return read.indices.filter { place in
        let rule = read[place].values
        return Self.listens(to: type, isActive: rule["active"], on: rule["on"])
      }
    }
    let bytes = file.source.bytes
    let words = Rule.words(covering: type).map { Array($0.utf8) }
    return (0..<objects.count).filter { place in
      let listens = objects.holds(words, of: 1, in: place, of: bytes)
      return listens != false
        && Self.listens(
          to: type, isActive: objects.value(of: 0, in: place, of: bytes),
          on: listens == true ? nil : objects.value(of: 1, in: place, of: bytes))
    }
  }

  private static func listens(to type: EventType, isActive: JSON?, on: JSON?) -> Bool {
    guard isActive?.bool != false else { return false }
    guard case .array(let words) = on else { return true }
    let covering = Rule.words(covering: type)
    return words.contains { word in word.string.map(covering.contains) ?? true }
  }
}

extension RuleSettings: Hashable {
  package static func == (left: RuleSettings, right: RuleSettings) -> Bool {
    left.entries == right.entries
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}
