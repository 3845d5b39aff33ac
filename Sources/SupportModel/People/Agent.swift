/// What an agent may do in general.
package enum Role: String, Sendable, CaseIterable {
  /// Everything, also the desk's settings.
  case admin
  /// Everything about tickets and articles.
  case agent
  /// Reading only.
  case viewer
}

/// A member of the desk: `agents/HANDLE.json`.
package struct Agent: Hashable, Sendable {
  package enum Presence: String, Sendable, CaseIterable { case active, away }

  package var handle: String
  package var name: String
  package var emails: [String]
  package var role: Role
  package var teams: [String]
  package var categories: [String]
  package var status: Presence

  package init(
    handle: String, name: String? = nil, emails: [String] = [], role: Role = .agent,
    teams: [String] = [], categories: [String] = [], status: Presence = .active
  ) {
    self.handle = handle
    self.name = name ?? handle
    self.emails = emails
    self.role = role
    self.teams = teams
    self.categories = categories
    self.status = status
  }

  package var actor: Actor { .agent(handle) }
}

extension Agent {
  /// Lower-case letters, digits, `-`, `_` and `.`, beginning with a letter or digit, at most 40: a
  /// file name on every system.
  package static func isLegal(handle: String) -> Bool {
    guard let first = handle.utf8.first, handle.utf8.count <= 40 else { return false }
    return isLetterOrDigit(first)
      && handle.utf8.allSatisfy { isLetterOrDigit($0) || "-_.".utf8.contains($0) }
      && !handle.hasSuffix(".")
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  package init(handle: String, file: String, bytes: [UInt8]) throws {
    let reader = try SettingsReader(file: file, bytes: bytes)
    try reader.allowOnly(["name", "emails", "role", "teams", "categories", "status"])
    self.init(handle: handle)
    name = try reader.text("name") ?? handle
    emails = try (reader.texts("emails") ?? []).enumerated().map { place, text in
      guard let email = EmailAddress(text) else {
        throw reader.error("emails[\(place)]", "\"\(text)\" is not an e-mail address")
      }
      return email.text
    }
    role = try Self.choice(reader, "role") ?? .agent
    teams = try reader.texts("teams") ?? []
    categories = try reader.texts("categories") ?? []
    status = try Self.choice(reader, "status") ?? .active
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ reader: SettingsReader, _ key: String
  ) throws -> Choice? {
    guard let word = try reader.text(key) else { return nil }
    guard let choice = Choice(rawValue: word) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw reader.error(key, "\"\(word)\" is none of \(known)")
    }
    return choice
  }

  /// The text of the agent's file.
  package var json: JSONObject {
    var object = JSONObject([("name", .string(name))])
    if !emails.isEmpty { object["emails"] = .array(emails.map(JSON.string)) }
    object["role"] = .string(role.rawValue)
    if !teams.isEmpty { object["teams"] = .array(teams.map(JSON.string)) }
    if !categories.isEmpty { object["categories"] = .array(categories.map(JSON.string)) }
    object["status"] = .string(status.rawValue)
    return object
  }
}
