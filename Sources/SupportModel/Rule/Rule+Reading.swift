/// Reads a rule out of the settings. What the settings themselves can answer is an error here; what
/// other files decide (which agents and teams there are) is for `RuleMistake`.
extension Rule {
  static let members = [
    "name", "active", "on", "by", "changed", "says", "when", "then", "stop",
  ]

  init(_ reader: SettingsReader, _ context: FilterContext) throws {
    try reader.allowOnly(Self.members)
    self.init(name: try Self.name(reader), on: try Self.events(reader))
    isActive = try reader.bool("active") ?? true
    stops = try reader.bool("stop") ?? false
    by = try reader.someTexts("by").map { try Self.actors($0, reader) }
    changed = try reader.someTexts("changed").map { try Self.fields($0, reader) }
    says = try reader.someTexts("says").map { try Self.wordings($0, reader) }
    when = try reader.text("when")
    if let when { condition = try Self.condition(when, reader, context) }
    then = try Self.actions(reader, context.settings)
  }

  private static func name(_ reader: SettingsReader) throws -> String {
    let name = try reader.requiredText("name")
    guard isLegal(name: name) else {
      throw reader.error(
        "name", "a name is one line of at most 80 characters and does not begin with -")
    }
    return name
  }

  /// Names are typed on a command line, and printed on one.
  package static func isLegal(name: String) -> Bool {
    if TextRules.isPlainLine(name) { return name.utf8.count <= 80 && !name.hasPrefix("-") }
    return !name.isEmpty && name.count <= 80 && !name.hasPrefix("-") && trimmed(name) == name
      && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  private static func events(_ reader: SettingsReader) throws -> [String] {
    guard let words = try reader.someTexts("on") else {
      throw reader.error("on", "the events to listen to are missing here")
    }
    for (place, word) in words.enumerated() where word != anyEvent && !isEvent(word) {
      let known = EventType.ofTickets.map(\.description) + [anyEvent]
      throw reader.unknown("on[\(place)]", "event", word, known)
    }
    return words
  }

  private static func isEvent(_ word: String) -> Bool {
    EventType.ofTickets.contains { $0.description == word }
  }

  private static func actors(_ words: [String], _ reader: SettingsReader) throws -> [String] {
    let kinds = ["customer", "agent", "system", "ai"]
    return try words.enumerated().map { place, word in
      if kinds.contains(word) { return word }
      guard let actor = Actor(word) else {
        throw reader.error(
          "by[\(place)]",
          "\"\(word)\" is nobody: customer, agent, system, ai, agent:HANDLE or customer:EMAIL")
      }
      return actor.description
    }
  }

  private static func fields(_ words: [String], _ reader: SettingsReader) throws -> [String] {
    for (place, word) in words.enumerated() {
      let first = String(word.prefix { $0 != "." })
      guard DocumentShape.ticket.contains(first) else {
        throw reader.unknown("changed[\(place)]", "field", word, DocumentShape.ticket)
      }
    }
    return words
  }

  private static func wordings(_ texts: [String], _ reader: SettingsReader) throws -> [Wording] {
    try texts.enumerated().map { place, text in
      guard let wording = Wording(text) else {
        throw reader.error("says[\(place)]", "\"\(text)\" has no word in it")
      }
      return wording
    }
  }

  private static func condition(
    _ when: String, _ reader: SettingsReader, _ context: FilterContext
  ) throws -> FilterExpression {
    let filter: Filter
    do throws(FilterError) {
      filter = try Filter.parse(when, context)
    } catch {
      throw reader.error("when", notFilter: error)
    }
    if let sort = filter.sorts.first {
      throw reader.error("when", "a condition has no order: \(sort)")
    }
    return filter.expression
  }

  private static func actions(
    _ reader: SettingsReader, _ settings: DeskSettings
  ) throws -> [[RuleAction]] {
    guard let readers = try reader.children("then"), !readers.isEmpty else {
      throw reader.error("then", "what to do is missing here")
    }
    return try readers.map { try RuleAction.read($0, settings) }
  }
}

extension SettingsReader {
  /// A list of at least one text, where there is one.
  func someTexts(_ key: String) throws -> [String]? {
    guard let texts = try texts(key) else { return nil }
    guard !texts.isEmpty else { throw error(key, "an empty list never holds") }
    return texts
  }

  func unknown(_ key: String, _ kind: String, _ word: String, _ known: [String]) -> SettingsError {
    let near = nearest(to: word, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
    return error(key, "no \(kind) is called \"\(word)\"\(near)")
  }
}
