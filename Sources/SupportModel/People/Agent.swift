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
  /// What they know, in the words that tickets have for tags.
  package var skills: [String]
  /// The languages they answer in, as tags such as `en` or `pt-br`.
  package var languages: [String]
  /// How many open tickets they are given by themselves; nil for any number.
  package var capacity: Int?
  /// What they said of themselves last: `isAway` knows how long it holds.
  package var status: Presence
  /// When somebody who is away will be back; nil where nobody knows.
  package var awayUntil: Instant?

  package init(
    handle: String, name: String? = nil, emails: [String] = [], role: Role = .agent,
    teams: [String] = [], categories: [String] = [], skills: [String] = [],
    languages: [String] = [], capacity: Int? = nil, status: Presence = .active,
    awayUntil: Instant? = nil
  ) {
    self.handle = handle
    self.name = name ?? handle
    self.emails = emails
    self.role = role
    self.teams = teams
    self.categories = categories
    self.skills = skills
    self.languages = languages
    self.capacity = capacity
    self.status = status
    self.awayUntil = awayUntil
  }

  package var actor: Actor { .agent(handle) }

  /// Whether they are away at a time: until the instant that they gave, where they gave one.
  package func isAway(at now: Instant) -> Bool {
    status == .away && awayUntil.map { now < $0 } ?? true
  }

  /// The same agent as a reader at that time should see them: who was to be back by then is.
  package func seen(at now: Instant) -> Agent {
    guard status == .away, !isAway(at: now) else { return self }
    var agent = self
    (agent.status, agent.awayUntil) = (.active, nil)
    return agent
  }
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

  /// Words that mean something else where a handle could stand.
  package static let reserved = ["me", "none", "auto", "system", "ai"]

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  package init(handle: String, file: String, bytes: [UInt8]) throws {
    let reader = try SettingsReader(file: file, bytes: bytes)
    try reader.allowOnly([
      "name", "emails", "role", "teams", "categories", "skills", "languages", "capacity", "status",
      "away_until",
    ])
    self.init(handle: handle)
    name = try reader.text("name") ?? handle
    emails = try (reader.texts("emails") ?? []).enumerated().map { place, text in
      guard let email = EmailAddress(text) else {
        throw reader.error("emails[\(place)]", "\"\(text)\" is not an e-mail address")
      }
      return email.text
    }
    role = try reader.choice("role") ?? .agent
    teams = try reader.texts("teams") ?? []
    categories = try reader.texts("categories") ?? []
    skills = try reader.texts("skills", expecting: Self.expectedSkill, Self.isLegal(skill:)) ?? []
    languages =
      try reader.texts(
        "languages", expecting: "a tag such as en or pt-br", Article.isLegal(language:)) ?? []
    capacity = try reader.integer("capacity", in: Self.capacities)
    status = try reader.choice("status") ?? .active
    awayUntil = try reader.instant("away_until")
    guard awayUntil == nil || status == .away else {
      throw reader.error("away_until", "only whoever is away has an end of it")
    }
  }

  package static let capacities = 0...100_000

  package static let expectedSkill = "lower-case letters, digits, - _ . / (at most 50)"

  /// A skill is written as a tag is, so that a tag can ask for it.
  package static func isLegal(skill: String) -> Bool {
    (try? TextRules.tag(skill)) == skill
  }

  /// The text of the agent's file.
  package var json: JSONObject {
    var object = JSONObject([("name", .string(name))])
    if !emails.isEmpty { object["emails"] = .array(emails.map(JSON.string)) }
    object["role"] = .string(role.rawValue)
    if !teams.isEmpty { object["teams"] = .array(teams.map(JSON.string)) }
    if !categories.isEmpty { object["categories"] = .array(categories.map(JSON.string)) }
    if !skills.isEmpty { object["skills"] = .array(skills.map(JSON.string)) }
    if !languages.isEmpty { object["languages"] = .array(languages.map(JSON.string)) }
    object["capacity"] = capacity.map { .integer(Int64($0)) }
    object["status"] = .string(status.rawValue)
    object["away_until"] = awayUntil.map { .string($0.description) }
    return object
  }
}
