/// A field that a desk has given to its tickets, beyond those that all desks have. Where it declares
/// any, tickets have no others.
package struct CustomField: Hashable, Sendable {
  /// How its values are written and kept.
  package enum Kind: String, Sendable, CaseIterable {
    case text, number, date, choice, list

    var expected: String {
      switch self {
      case .text: "a text"
      case .number: "a number such as 12 or 3.5"
      case .date: "a day such as 2026-11-20"
      case .choice: "one of its choices"
      case .list: "values with commas between them"
      }
    }
  }

  /// As documents and filters name it.
  package var name: String
  /// The name that people read.
  package var label: String
  package var kind = Kind.text
  /// What a choice may be, or an element of a list; none for anything.
  package var choices: [String] = []
  /// The paths of categories whose tickets cannot do without, with those below them.
  package var requiredIn: [String] = []

  package init(_ name: String) { (self.name, label) = (name, name) }

  /// Whether a ticket of a category cannot do without.
  package func isRequired(in category: String?) -> Bool {
    category.map { category in requiredIn.contains { Category.isWithin(category, $0) } } ?? false
  }
}

extension CustomField {
  package static let expectedName = "lower-case letters, digits, - _"

  package static func isLegal(name: String) -> Bool {
    (try? TextRules.code(name, field: "field")) == name && !name.contains("/")
  }

  /// The value that somebody typed, as documents keep it.
  func value(_ typed: String) throws(Refusal) -> JSON {
    let text = trimmed(typed)
    switch kind {
    case .text: return .string(typed)
    case .number: return try number(text)
    case .date: return try date(text)
    case .choice: return .string(try choice(text))
    case .list:
      var elements: [JSON] = []
      for part in text.split(separator: ",") {
        let element = JSON.string(try choice(trimmed(part)))
        if !elements.contains(element) { elements.append(element) }
      }
      guard !elements.isEmpty else { throw invalid(typed) }
      return .array(elements)
    }
  }

  private func number(_ text: String) throws(Refusal) -> JSON {
    if let whole = Int64(text) { return .integer(whole) }
    // What JSON cannot say is no number here: infinity, hexadecimal.
    let isPlain = text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    guard isPlain, let number = Double(text), number.isFinite else { throw invalid(text) }
    return .number(number)
  }

  private func date(_ text: String) throws(Refusal) -> JSON {
    guard text.utf8.count == 10, let date = Instant(text)?.date else { throw invalid(text) }
    return .string(date.description)
  }

  private func choice(_ text: String) throws(Refusal) -> String {
    guard !choices.isEmpty else { return text }
    let plain = text.lowercased()
    guard
      let choice = choices.first(where: { $0 == text })
        ?? choices.first(where: { $0.lowercased() == plain })
    else { throw .unknown(kind: name, word: text, known: choices) }
    return choice
  }

  private func invalid(_ text: String) -> Refusal {
    .invalid(field: name, value: text, expected: kind.expected)
  }
}

extension CustomField {
  init(_ reader: SettingsReader) throws {
    try reader.allowOnly(["name", "label", "type", "choices", "required_in"])
    self.init(try reader.requiredText("name"))
    guard Self.isLegal(name: name) else {
      throw reader.error("name", "\"\(name)\" is no name of a field: \(Self.expectedName)")
    }
    label = try reader.filledText("label") ?? name
    kind = try reader.choice("type") ?? kind
    choices = try reader.texts("choices") ?? []
    if kind == .choice, choices.isEmpty {
      throw reader.error("choices", "a choice needs something to choose from")
    }
    if kind != .choice, kind != .list, !choices.isEmpty {
      throw reader.error("choices", "only a choice or a list has choices")
    }
    for (place, choice) in choices.enumerated() {
      if choice != trimmed(choice) || choice.isEmpty || kind == .list && choice.contains(",") {
        throw reader.error("choices[\(place)]", "\"\(choice)\" cannot be typed as a choice")
      }
      if choices[..<place].contains(where: { $0.lowercased() == choice.lowercased() }) {
        throw reader.error("choices[\(place)]", "\"\(choice)\" stands here twice")
      }
    }
    requiredIn =
      try reader.texts(
        "required_in", expecting: "a category: \(Category.expected)", Category.isLegal(path:)) ?? []
  }

  /// The entry in `support.json`.
  package var json: JSONObject {
    var object = JSONObject([("name", .string(name))])
    if label != name { object["label"] = .string(label) }
    object["type"] = .string(kind.rawValue)
    if !choices.isEmpty { object["choices"] = .array(choices.map(JSON.string)) }
    if !requiredIn.isEmpty { object["required_in"] = .array(requiredIn.map(JSON.string)) }
    return object
  }
}

/// The custom fields of a desk.
package struct CustomFields: Hashable, Sendable {
  package var all: [CustomField] = []

  package init() {}

  package var names: [String] { all.map(\.name) }
  package subscript(name: String) -> CustomField? { all.first { $0.name == name } }

  /// What a typed value is kept as. Where the desk declares no fields each name is one, of any text.
  func value(_ typed: String, of name: String) throws(Refusal) -> JSON {
    guard !all.isEmpty else { return .string(typed) }
    guard let field = self[name] else {
      throw .unknown(kind: "field", word: name, known: names)
    }
    return try field.value(typed)
  }

  /// The names of those that a ticket of a category cannot do without, and that are not among some.
  package func missing(in category: String?, from present: JSONObject) -> [String] {
    all.filter { $0.isRequired(in: category) && present[$0.name] == nil }.map(\.name)
  }

  init(_ readers: [SettingsReader]) throws {
    all = try readers.map(CustomField.init)
    for (reader, field) in zip(readers, all) where names.count(where: { $0 == field.name }) > 1 {
      throw reader.error("name", "two fields are called \"\(field.name)\"")
    }
  }
}
