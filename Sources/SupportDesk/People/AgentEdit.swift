import SupportModel

/// New values for an agent's file; what is nil stays as it is.
package struct AgentEdit: Hashable, Sendable {
  package var name: String?
  package var addEmails: [String] = []
  package var removeEmails: [String] = []
  package var role: Role?
  package var addTeams: [String] = []
  package var removeTeams: [String] = []
  package var addCategories: [String] = []
  package var removeCategories: [String] = []
  package var addSkills: [String] = []
  package var removeSkills: [String] = []
  package var addLanguages: [String] = []
  package var removeLanguages: [String] = []
  /// A number of tickets as typed; empty for any.
  package var capacity: String?
  package var status: Agent.Presence?
  /// When whoever is away now will be back.
  package var awayUntil: Instant?

  package init() {}

  func apply(to agent: inout Agent, at now: Instant) throws {
    if let name { agent.name = try TextRules.name(name) }
    agent.role = role ?? agent.role
    if let status { (agent.status, agent.awayUntil) = (status, try end(of: status, at: now)) }
    try addEmails(to: &agent)
    agent.teams.edit(adding: addTeams, removing: removeTeams)
    agent.categories.edit(adding: addCategories, removing: removeCategories)
    for skill in addSkills where !Agent.isLegal(skill: skill) {
      throw Refusal.invalid(field: "skill", value: skill, expected: Agent.expectedSkill)
    }
    agent.skills.edit(adding: addSkills, removing: removeSkills)
    let languages = addLanguages.map { $0.lowercased() }
    for language in addLanguages where !Article.isLegal(language: language.lowercased()) {
      throw Refusal.invalid(
        field: "language", value: language, expected: "a tag such as en or pt-br")
    }
    agent.languages.edit(adding: languages, removing: removeLanguages.map { $0.lowercased() })
    if let capacity { agent.capacity = try Self.capacity(capacity) }
  }

  private func addEmails(to agent: inout Agent) throws {
    for text in addEmails {
      guard let email = EmailAddress(text) else {
        throw Refusal.invalid(field: "email", value: text, expected: "an e-mail address")
      }
      if !agent.emails.contains(email.text) { agent.emails.append(email.text) }
    }
    let gone = removeEmails.map { EmailAddress($0)?.text ?? $0.lowercased() }
    agent.emails.removeAll { gone.contains($0) }
  }

  private func end(of status: Agent.Presence, at now: Instant) throws -> Instant? {
    guard let awayUntil else { return nil }
    guard status == .away, awayUntil > now else {
      throw Refusal.invalid(
        field: "end of being away", value: awayUntil.description, expected: "a time to come")
    }
    return awayUntil
  }

  private static func capacity(_ typed: String) throws -> Int? {
    guard !typed.isEmpty else { return nil }
    guard let number = Int(typed), Agent.capacities.contains(number) else {
      let (least, most) = (Agent.capacities.lowerBound, Agent.capacities.upperBound)
      throw Refusal.invalid(
        field: "capacity", value: typed, expected: "a number from \(least) to \(most)")
    }
    return number
  }
}
