import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the agent commands share.
enum AgentParameter {
  static let handle = Argument.one("HANDLE", "The agent's handle", completes: .live("agent"))
  static let name = Option.text("name", value: "NAME", "The name that customers see")
  static let role = Option.choice(
    "role", value: "ROLE", "What they may do", of: Role.allCases.map(\.rawValue))
  static let emails = Option.texts("email", value: "[+|-]EMAIL", "Add an address, or take one away")
  static let teams = Option.texts(
    "team", value: "[+|-]TEAM", "Add to a team, or take out of one", completes: .live("team"))
  static let categories = Option.texts(
    "category", value: "[+|-]CATEGORY", "Add a category they look after, or take one away",
    completes: .live("category"))
  static let skills = Option.texts(
    "skill", value: "[+|-]SKILL", "Add something they know, or take it away")
  static let languages = Option.texts(
    "language", value: "[+|-]LANGUAGE", "Add a language they answer in, or take it away",
    completes: .live("language"))
  static let capacity = Option.text(
    "capacity", value: "N", "Give them at most so many open tickets by itself, '' for any number")
  static let status = Option.choice(
    "status", value: "STATUS", "Whether they are there",
    of: Agent.Presence.allCases.map(\.rawValue))

  /// What can be said of an agent.
  static let all: [any Parameter] = [
    name, role, emails, teams, categories, skills, languages, capacity, status,
  ]
}

extension AgentEdit {
  init(_ call: Call) {
    self.init()
    name = call[AgentParameter.name]
    role = call[AgentParameter.role].flatMap(Role.init)
    status = call[AgentParameter.status].flatMap(Agent.Presence.init)
    (addEmails, removeEmails) = SignedWords.split(call[AgentParameter.emails])
    (addTeams, removeTeams) = SignedWords.split(call[AgentParameter.teams])
    (addSkills, removeSkills) = SignedWords.split(call[AgentParameter.skills])
    (addLanguages, removeLanguages) = SignedWords.split(call[AgentParameter.languages])
    capacity = call[AgentParameter.capacity]
    (addCategories, removeCategories) = SignedWords.split(call[AgentParameter.categories])
  }
}
