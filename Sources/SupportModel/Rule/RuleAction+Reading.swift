/// Reads an action: an object of one member, such as `{"tag": ["+vip", "-new"]}`.
extension RuleAction {
  /// The fields that `set` takes besides `fields.NAME`.
  private static let fields = ["status", "priority", "category", "channel", "order"]

  /// The action of an object; two for one that sets the status and something else, because the
  /// history tells of a move by itself.
  static func read(_ reader: SettingsReader, _ settings: DeskSettings) throws -> [RuleAction] {
    let keys = reader.values.keys
    guard let key = keys.first, keys.count == 1 else {
      throw reader.error(
        "", "an action does one thing: an object with one of \(names.joined(separator: ", "))")
    }
    switch key {
    case "set": return try setting(reader, settings)
    case "raise": return [.raise(try priority(reader, key, settings))]
    case "tag": return [try tagging(reader)]
    case "assign":
      return [.assign(RuleAssignee(word: try reader.requiredText(key)))]
    case "route":
      let route = try child(reader, key)
      try route.allowOnly(["team"])
      return [.route(team: try route.requiredText("team"))]
    case "escalate": return [try escalation(reader, settings)]
    case "reply": return [.reply(try reply(reader, settings))]
    case "note": return [.note(try text(reader, key, settings))]
    case "notify": return [.notify(try people(reader, key))]
    case "watch": return [.watch(try people(reader, key))]
    default: throw reader.unknown(key, "action", key, names)
    }
  }

  private static func child(_ reader: SettingsReader, _ key: String) throws -> SettingsReader {
    guard let child = try reader.child(key) else {
      throw reader.error(key, "an object should be here, not null")
    }
    return child
  }

  private static func setting(
    _ reader: SettingsReader, _ settings: DeskSettings
  ) throws -> [RuleAction] {
    let child = try child(reader, "set")
    guard !child.values.isEmpty else {
      throw reader.error("set", "a field to set is missing here")
    }
    var (values, status): ([String: String], String?) = ([:], nil)
    for key in child.values.keys {
      guard let value = try child.text(key) else {
        throw child.error(key, "a text should be here, not null; \"\" empties a field")
      }
      if key == "status" {
        status = try checkedStatus(value, child, settings)
      } else {
        values[key] = try checked(value, key, child, settings)
      }
    }
    return (values.isEmpty ? [] : [.set(values)]) + (status.map { [.move($0)] } ?? [])
  }

  private static func checkedStatus(
    _ word: String, _ reader: SettingsReader, _ settings: DeskSettings
  ) throws -> String {
    guard let status = settings.lifecycle.find(word) else {
      throw reader.unknown("status", "status", word, settings.lifecycle.codes)
    }
    return status.code
  }

  private static func checked(
    _ value: String, _ key: String, _ reader: SettingsReader, _ settings: DeskSettings
  ) throws -> String {
    switch key {
    case "priority": return try settings.priorities.code(of: value, at: key, in: reader)
    case "channel":
      guard settings.channels.contains(value) else {
        throw reader.unknown(key, "channel", value, settings.channels)
      }
    case "category":
      if !value.isEmpty { try reader.refusing(key) { _ = try TextRules.code(value, field: key) } }
    case "order": break
    case "team", "assigned_to", "assignee":
      throw reader.error(key, "\(key) is not set: use assign, route or escalate")
    case "tags": throw reader.error(key, "tags are not set: use tag")
    default:
      guard key.hasPrefix("fields.") else {
        throw reader.unknown(key, "field to set", key, fields + ["fields.NAME"])
      }
      let name = String(key.dropFirst(7))
      try reader.refusing(key) {
        _ = try TextRules.code(name, field: "field")
        if !value.isEmpty { _ = try settings.fields.value(value, of: name) }
      }
    }
    return value
  }

  private static func priority(
    _ reader: SettingsReader, _ key: String, _ settings: DeskSettings
  ) throws -> String {
    try settings.priorities.code(of: reader.requiredText(key), at: key, in: reader)
  }

  private static func tagging(_ reader: SettingsReader) throws -> RuleAction {
    guard let words = try reader.someTexts("tag") else {
      throw reader.error("tag", "a list of tags should be here, not null")
    }
    var (add, remove): ([String], [String]) = ([], [])
    for (place, word) in words.enumerated() {
      let isSigned = word.hasPrefix("+") || word.hasPrefix("-")
      let name = isSigned ? String(word.dropFirst()) : word
      let tag = try reader.refusing("tag[\(place)]") { try TextRules.tag(name) }
      if word.hasPrefix("-") { remove.append(tag) } else { add.append(tag) }
    }
    return .tag(add: add, remove: remove)
  }

  private static func escalation(
    _ reader: SettingsReader, _ settings: DeskSettings
  ) throws -> RuleAction {
    let child = try child(reader, "escalate")
    let reason = try child.filledText("reason")
    return .escalate(
      try SLAEscalation(child, settings.priorities, besides: ["reason"]), reason: reason)
  }

  /// A text, or an object with the name of a template, or of several.
  private static func reply(
    _ reader: SettingsReader, _ settings: DeskSettings
  ) throws -> RuleReply {
    guard reader.values["reply"]?.object != nil else {
      return .text(try text(reader, "reply", settings))
    }
    let child = try child(reader, "reply")
    try child.allowOnly(["template"])
    if child.values["template"]?.array != nil, let names = try child.someTexts("template") {
      return .templates(names)
    }
    return .templates([try child.requiredText("template")])
  }

  private static func text(
    _ reader: SettingsReader, _ key: String, _ settings: DeskSettings
  ) throws -> String {
    let text = try reader.requiredText(key)
    return try reader.refusing(key) { try TextRules.message(text, settings.limits) }
  }

  private static func people(_ reader: SettingsReader, _ key: String) throws -> [String] {
    guard let names = try reader.someTexts(key) else {
      throw reader.error(key, "a list of names should be here, not null")
    }
    return names
  }
}

extension SettingsReader {
  /// What the rules for a field give, their refusal as a mistake of the file.
  func refusing<Value>(_ key: String, _ check: () throws -> Value) throws -> Value {
    do { return try check() } catch let refusal as Refusal {
      throw error(key, refusal.reason)
    }
  }
}

extension Refusal {
  /// What a settings file says wrong, where it broke a rule for texts.
  fileprivate var reason: String {
    switch self {
    case .invalid(let field, let value, let expected): "\"\(value)\" is no \(field): \(expected)"
    case .unknown(let kind, let word, let known):
      "no \(kind) is called \"\(word)\""
        + (nearest(to: word, among: known).map { "; did you mean \"\($0)\"?" } ?? "")
    case .tooLong(let field, let limit, let actual, let unit):
      "the \(field) has \(actual) \(unit), the desk takes \(limit)"
    case .holdsNUL(let field): "the \(field) holds a NUL byte"
    case .empty(let field): "the \(field) is empty"
    default: "\(self)"
    }
  }
}

extension RuleAssignee {
  /// `none`, `auto` or a handle.
  fileprivate init(word: String) {
    self =
      switch word {
      case "none": .nobody
      case "auto": .automatic
      default: .agent(word)
      }
  }
}
