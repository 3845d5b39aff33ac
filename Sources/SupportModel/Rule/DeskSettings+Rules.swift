extension DeskSettings {
  /// Rules out of a file of their own, as if they stood in these settings and were switched on: one
  /// rule, a list of them, an object with `rules`, or a whole `support.json`.
  package func proposedRules(
    file: String, bytes: [UInt8], at now: Instant
  ) throws -> [Rule] {
    try RuleSettings(file: file, bytes: bytes).all(self, at: now).map { rule in
      var rule = rule
      rule.isActive = true
      return rule
    }
  }
}

extension RuleSettings {
  package init(file: String, bytes: [UInt8]) throws {
    if let list = try SettingsReader(list: bytes, under: "rules", file: file) {
      try self.init(list)
    } else {
      let reader = try SettingsReader(file: file, bytes: bytes)
      if reader.has("rules") { try self.init(reader) } else { self.init(only: reader) }
    }
  }
}
