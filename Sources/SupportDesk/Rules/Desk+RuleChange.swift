import SupportModel
import SupportStore

extension Desk {
  /// Adds the rules of a file, in front of a rule or behind all of them. `file` names the text in
  /// errors.
  package func addRules(
    file: String, _ bytes: [UInt8], before name: String? = nil, isDryRun: Bool = false
  ) throws -> Written<[JSONObject]> {
    try permissions.requireAdmin("add rules")
    let proposed = try RuleSettings(file: file, bytes: bytes)
    _ = try proposed.all(settings, at: now)
    return try add(proposed.entries, before: name, isDryRun)
  }

  /// Adds an example, switched off.
  package func addRuleExample(
    _ example: String, before name: String? = nil, isDryRun: Bool = false
  ) throws -> Written<[JSONObject]> {
    try permissions.requireAdmin("add rules")
    guard let entry = RuleExample.named(example) else {
      throw DeskError.notFound(kind: "example", name: example, known: RuleExample.names)
    }
    // A desk may have other priorities than the example was written for.
    _ = try settings.proposedRules(
      file: "example", bytes: JSON.object(entry).compactBytes, at: now)
    return try add([entry], before: name, isDryRun)
  }

  private func add(
    _ entries: [JSONObject], before name: String?, _ isDryRun: Bool
  ) throws -> Written<[JSONObject]> {
    try changeRules(for: "rule add", isDryRun) { rules in
      let place = try name.map { try rules.place(of: $0) } ?? rules.endIndex
      for entry in entries where rules.names.contains(entry.ruleName) {
        throw Refusal.exists(kind: "rule", name: entry.ruleName)
      }
      rules.insert(contentsOf: entries.map(JSON.object), at: place)
      return entries
    }
  }

  /// Puts the one rule of a file in the place of another.
  package func editRule(
    _ name: String, file: String, _ bytes: [UInt8], isDryRun: Bool = false
  ) throws -> Written<[JSONObject]> {
    try permissions.requireAdmin("edit rules")
    let proposed = try RuleSettings(file: file, bytes: bytes)
    guard let entry = proposed.entries.first, proposed.count == 1 else {
      throw SettingsError(file: file, reason: "one rule should be here, not \(proposed.count)")
    }
    _ = try proposed.all(settings, at: now)
    return try changeRules(for: "rule edit", isDryRun) { rules in
      let place = try rules.place(of: name)
      guard entry.ruleName == name || !rules.names.contains(entry.ruleName) else {
        throw Refusal.exists(kind: "rule", name: entry.ruleName)
      }
      guard rules[place] != .object(entry) else { return [] }
      rules[place] = .object(entry)
      return [entry]
    }
  }

  /// Switches rules on or off.
  package func setRules(
    _ names: [String], active: Bool, isDryRun: Bool = false
  ) throws -> Written<[JSONObject]> {
    try permissions.requireAdmin(active ? "enable rules" : "disable rules")
    return try changeRules(for: active ? "rule enable" : "rule disable", isDryRun) { rules in
      try names.compactMap { name in
        let place = try rules.place(of: name)
        guard var entry = rules[place].object, (entry["active"]?.bool ?? true) != active else {
          return nil
        }
        // On is what a rule is where nothing is said.
        entry["active"] = active ? nil : false
        rules[place] = .object(active ? entry : entry.ordered(by: Self.ruleOrder))
        return entry
      }
    }
  }

  /// Removes rules, also broken ones.
  package func removeRules(
    _ names: [String], isDryRun: Bool = false
  ) throws -> Written<[JSONObject]> {
    try permissions.requireAdmin("remove rules")
    return try changeRules(for: "rule remove", isDryRun) { rules in
      try names.compactMap { rules.remove(at: try rules.place(of: $0)).object }
    }
  }

  private static let ruleOrder = KeyOrder(["name", "active"])

  /// Changes the rules as they stand in `support.json` now. `edit` gives those that it touched.
  private func changeRules(
    for purpose: String, _ isDryRun: Bool, _ edit: (inout [JSON]) throws -> [JSONObject]
  ) throws -> Written<[JSONObject]> {
    try changeFile(for: purpose, isDryRun: isDryRun) {
      let file = DeskFile(self)
      let before = try file.read()
      var rules = before["rules"]?.array ?? []
      let touched = try edit(&rules)
      guard !touched.isEmpty else { return (touched, nil) }
      var changed = before
      changed["rules"] = rules.isEmpty ? nil : .array(rules)
      try file.require(changed, after: before)
      // Rules may name customers, and the log would remember them: their text stays in the file alone.
      let meta = JSONObject([
        ("action", .string(purpose)), ("rules", .array(touched.map { .string($0.ruleName) })),
      ])
      let draft = EventDraft(
        .deskUpdated, RecordKey(.desk, DeskSettings.fileName), meta: meta)
      return (
        touched,
        FileChange(draft: draft, kept: try file.kept()) { [changed] in
          try file.write(changed)
        }
      )
    }
  }
}

extension JSONObject {
  fileprivate var ruleName: String { self["name"]?.string ?? "" }
}

extension [JSON] {
  fileprivate var names: [String] { map { $0["name"]?.string ?? "" } }

  /// Where the rule of a name stands.
  fileprivate func place(of name: String) throws -> Int {
    guard let place = names.firstIndex(of: name) else {
      throw DeskError.notFound(kind: "rule", name: name, known: names.filter { !$0.isEmpty })
    }
    return place
  }
}
