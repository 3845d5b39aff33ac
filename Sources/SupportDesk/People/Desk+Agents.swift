import SupportModel
import SupportStore

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
  package var status: Agent.Presence?

  package init() {}

  func apply(to agent: inout Agent) throws {
    agent.name = name ?? agent.name
    agent.role = role ?? agent.role
    agent.status = status ?? agent.status
    for text in addEmails {
      guard let email = EmailAddress(text) else {
        throw Refusal.invalid(field: "email", value: text, expected: "an e-mail address")
      }
      if !agent.emails.contains(email.text) { agent.emails.append(email.text) }
    }
    let gone = removeEmails.map { EmailAddress($0)?.text ?? $0.lowercased() }
    agent.emails.removeAll { gone.contains($0) }
    agent.teams += addTeams.filter { !agent.teams.contains($0) }
    agent.teams.removeAll { removeTeams.contains($0) }
    agent.categories += addCategories.filter { !agent.categories.contains($0) }
    agent.categories.removeAll { removeCategories.contains($0) }
  }
}

extension Desk {
  package func allAgents() throws -> ReadFiles<Agent> {
    try requireStaff("see the agents")
    return try agents.all()
  }

  package func agent(_ handle: String) throws -> Agent {
    try requireStaff("see the agents")
    guard let agent = try agents.agent(handle) else {
      throw DeskError.notFound(kind: "agent", name: handle, known: try agents.handles())
    }
    return agent
  }

  package func addAgent(
    _ handle: String, _ edit: AgentEdit, isDryRun: Bool = false
  ) throws -> Written<Agent> {
    try permissions.requireAdmin("add agents")
    guard Agent.isLegal(handle: handle), handle != "me", handle != "none" else {
      throw Refusal.invalid(
        field: "handle", value: handle,
        expected: "lower-case letters, digits, - _ . (at most 40, not \"me\" or \"none\")")
    }
    return try changeFile(for: "agent add", isDryRun: isDryRun) {
      guard try agents.agent(handle) == nil else {
        throw Refusal.exists(kind: "agent", name: handle)
      }
      var agent = Agent(handle: handle)
      try edit.apply(to: &agent)
      return (agent, try change(to: agent, .agentAdded))
    }
  }

  package func editAgent(
    _ handle: String, _ edit: AgentEdit, isDryRun: Bool = false
  ) throws -> Written<Agent> {
    try requireStaff("see the agents")
    return try changeFile(for: "agent edit", isDryRun: isDryRun) {
      let before = try agent(handle)
      var after = before
      try edit.apply(to: &after)
      try permissions.requireChange(of: before, to: after)
      try requireAnAdmin(without: before, with: after)
      return (after, after == before ? nil : try change(to: after, .agentUpdated))
    }
  }

  /// Removes an agent's file. Their tickets keep their name; the history is the log's.
  package func removeAgent(_ handle: String, isDryRun: Bool = false) throws -> Written<Agent> {
    try permissions.requireAdmin("remove agents")
    return try changeFile(for: "agent remove", isDryRun: isDryRun) {
      let agent = try agent(handle)
      try requireAnAdmin(without: agent, with: nil)
      let draft = EventDraft(.agentRemoved, RecordKey(.agent, handle))
      let change = FileChange(draft: draft, kept: try agents.kept(handle)) {
        try agents.remove(handle)
      }
      return (agent, change)
    }
  }

  private func change(to agent: Agent, _ type: EventType) throws -> FileChange {
    try requireUnusedEmails(of: agent)
    let draft = EventDraft(type, RecordKey(.agent, agent.handle), Patch(set: agent.json))
    return FileChange(draft: draft, kept: try agents.kept(agent.handle)) {
      try agents.write(agent)
    }
  }

  /// An address names one agent only, or nobody could say who is acting.
  private func requireUnusedEmails(of agent: Agent) throws {
    for other in try agents.all().values where other.handle != agent.handle {
      if let email = other.emails.first(where: agent.emails.contains) {
        throw Refusal.exists(kind: "agent with the address", name: email)
      }
    }
  }

  /// A desk without an admin could never be changed again.
  private func requireAnAdmin(without old: Agent, with new: Agent?) throws {
    guard old.role == .admin, new?.role != .admin else { return }
    let others = try agents.all().values.contains { $0.role == .admin && $0.handle != old.handle }
    guard others else { throw Refusal.lastAdmin(old.handle) }
  }

  func requireStaff(_ action: String) throws {
    guard person.isStaff else { throw Refusal.notPermitted(person.actor, action: action) }
  }
}
