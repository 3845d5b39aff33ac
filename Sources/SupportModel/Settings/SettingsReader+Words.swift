extension SettingsReader {
  /// One of a few words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) throws -> Choice? {
    guard let word = try text(key) else { return nil }
    guard let choice = Choice(rawValue: word) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(key, "\"\(word)\" is none of \(known)")
    }
    return choice
  }

  /// A point in time, as documents write it.
  func instant(_ key: String) throws -> Instant? {
    guard let word = try text(key) else { return nil }
    guard let instant = Instant(word) else {
      throw error(key, "\"\(word)\" is no time such as 2026-12-24T17:00:00.000Z")
    }
    return instant
  }

  /// A list of texts, each of which a rule takes.
  func texts(
    _ key: String, expecting expected: String, _ isLegal: (String) -> Bool
  ) throws -> [String]? {
    let texts = try texts(key)
    for (place, text) in (texts ?? []).enumerated() where !isLegal(text) {
      throw error("\(key)[\(place)]", "\"\(text)\" will not do: expected \(expected)")
    }
    return texts
  }

  /// The handle of an agent, who may come and go without this file.
  func handle(_ key: String) throws -> String? {
    guard let handle = try filledText(key) else { return nil }
    guard Agent.isLegal(handle: handle) else {
      throw error(key, "\"\(handle)\" is no handle of an agent")
    }
    return handle
  }

  /// Refuses an entry whose code, name or alias means another one already. `names` has of each entry
  /// the code, the name, and behind them the aliases.
  static func refuseShared(
    _ entries: [SettingsReader], _ names: [[String]], _ noun: String
  ) throws {
    var owners: [String: Int] = [:]
    for (place, names) in names.enumerated() {
      for (number, name) in names.enumerated() {
        let owner = owners.updateValue(place, forKey: plainName(name))
        guard let owner, owner != place else { continue }
        throw entries[place].error(
          ["code", "name"].dropFirst(number).first ?? "aliases",
          "two \(noun) are called \"\(name)\"")
      }
    }
  }
}
