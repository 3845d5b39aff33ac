/// The members of an object from elsewhere, by the names that this desk has for them.
///
/// Null counts as absent. Every name is known or refused: a misspelt one must not lose anything.
struct LooseMembers {
  private var values: [String: (name: String, value: JSON)] = [:]

  /// Each name with the other names for it.
  typealias Names = [(name: String, others: [String])]

  static let ticket: Names = [
    ("subject", ["title"]), ("body", ["description", "message"]),
    ("customer", ["email", "requester"]), ("customer_name", []), ("created_at", ["created"]),
    ("updated_at", ["updated"]), ("resolved_at", ["resolved"]), ("closed_at", ["closed"]),
    ("status", []), ("priority", []), ("category", []), ("channel", []),
    ("assigned_to", ["assignee"]), ("team", []), ("tags", ["labels"]), ("order", []),
    ("fields", []), ("external_id", ["id"]), ("messages", ["comments"]),
  ]

  static let message: Names = [
    ("body", ["message", "text"]), ("at", ["created_at"]), ("author", []), ("author_name", []),
    ("is_internal", []), ("direction", []),
  ]

  static let customer: Names = [("email", []), ("name", [])]

  init(_ object: JSONObject, _ names: Names, ignoresUnknown: Bool) throws {
    let canonical = Self.canonical(names)
    for member in object.members where !member.value.isNull {
      guard let name = canonical[member.key] ?? canonical[plainName(member.key)] else {
        if ignoresUnknown { continue }
        let known = names.flatMap { [$0.name] + $0.others }
        throw ImportError.unknownMember(
          member.key, near: nearestNames(to: member.key, among: known))
      }
      if let other = values[name]?.name {
        // A record that has an id of its own, and says what it is called elsewhere.
        if name == "external_id" {
          if other == "external_id" { continue }
        } else {
          throw ImportError.givenTwice(other, member.key)
        }
      }
      values[name] = (member.key, member.value)
    }
  }

  private static func canonical(_ names: Names) -> [String: String] {
    var canonical: [String: String] = [:]
    for (name, others) in names { for other in [name] + others { canonical[other] = name } }
    return canonical
  }
}

extension LooseMembers {
  subscript(name: String) -> JSON? { values[name]?.value }

  private func wrong(_ name: String, _ expected: String, _ found: JSON) -> ImportError {
    .wrongKind(member: values[name]?.name ?? name, expected: expected, found: found.kindName)
  }

  /// A text; also a number or truth value in the words that JSON has for it. What is blank is
  /// absent.
  func text(_ name: String) throws -> String? {
    guard let value = self[name] else { return nil }
    guard let text = Self.text(value) else { throw wrong(name, "a text", value) }
    try TextRules.refuseNul(text, field: name)
    return trimmed(text).isEmpty ? nil : text
  }

  static func text(_ value: JSON) -> String? {
    switch value {
    case .string(let text): text
    case .integer, .number, .bool: value.compact
    default: nil
    }
  }

  func object(_ name: String) throws -> JSONObject? {
    guard let value = self[name] else { return nil }
    guard let object = value.object else { throw wrong(name, "an object", value) }
    return object
  }

  func objects(_ name: String) throws -> [JSONObject] {
    guard let value = self[name] else { return [] }
    guard let objects = value.array?.map(\.object), objects.allSatisfy({ $0 != nil }) else {
      throw wrong(name, "a list of objects", value)
    }
    return objects.compactMap(\.self)
  }

  func bool(_ name: String) throws -> Bool? {
    guard let value = self[name] else { return nil }
    switch value {
    case .bool(let value): return value
    case .string("true"): return true
    case .string("false"): return false
    default: throw wrong(name, "true or false", value)
    }
  }

  /// A list of texts, or one text with commas or semicolons between them.
  func words(_ name: String) throws -> [String] {
    guard let value = self[name] else { return [] }
    if let text = value.string {
      return text.split { $0 == "," || $0 == ";" }.map { trimmed($0) }.filter { !$0.isEmpty }
    }
    guard let words = value.array?.map(Self.text), words.allSatisfy({ $0 != nil }) else {
      throw wrong(name, "a list of texts", value)
    }
    return words.compactMap(\.self)
  }

  /// RFC 3339, a date, or seconds since 1970 (milliseconds, where they would be past the year 5000).
  func time(_ name: String, notAfter now: Instant) throws -> Instant? {
    guard let value = self[name] else { return nil }
    if value.string.map({ trimmed($0).isEmpty }) == true { return nil }
    let member = values[name]?.name ?? name
    guard let time = Self.time(value) else {
      guard value.string != nil || value.number != nil else { throw wrong(name, "a time", value) }
      throw ImportError.badTime(member: member, word: Self.text(value) ?? "")
    }
    guard time <= now else { throw ImportError.future(member: member, time) }
    return time
  }

  private static func time(_ value: JSON) -> Instant? {
    if let text = value.string {
      let text = trimmed(text)
      return Instant(text) ?? Double(text).flatMap(time(seconds:))
    }
    return value.number.flatMap(time(seconds:))
  }

  private static func time(seconds: Double) -> Instant? {
    let milliseconds = abs(seconds) >= 100_000_000_000 ? seconds : seconds * 1000
    guard milliseconds.isFinite, abs(milliseconds) < 100_000_000_000_000 else { return nil }
    return Instant(milliseconds: Int64(milliseconds))
  }
}
