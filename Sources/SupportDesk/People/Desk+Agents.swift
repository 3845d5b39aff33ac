import SupportModel
import SupportStore

extension Desk {
  package func allAgents() throws -> ReadFiles<Agent> {
    try requireStaff("see the agents")
    return try agents.all().map { $0.seen(at: now) }
  }

  package func agent(_ handle: String) throws -> Agent {
    try requireStaff("see the agents")
    return try agentAsWritten(handle).seen(at: now)
  }

  /// The handle of whoever acts.
  package func ownHandle() throws -> String {
    guard let agent = person.agent else {
      throw Refusal.notPermitted(person.actor, action: "be away")
    }
    return agent.handle
  }

  func agentAsWritten(_ handle: String) throws -> Agent {
    guard let agent = try agents.agent(handle) else {
      throw DeskError.notFound(kind: "agent", name: handle, known: try agents.handles())
    }
    return agent
  }

  package func addAgent(
    _ handle: String, _ edit: AgentEdit, isDryRun: Bool = false
  ) throws -> Written<Agent> {
    try permissions.requireAdmin("add agents")
    guard Agent.isLegal(handle: handle), !Agent.reserved.contains(handle) else {
      let words = Agent.reserved.map { "\"\($0)\"" }.joined(separator: ", ")
      throw Refusal.invalid(
        field: "handle", value: handle,
        expected: "lower-case letters, digits, - _ . (at most 40, none of \(words))")
    }
    return try changeFile(for: "agent add", isDryRun: isDryRun) {
      guard try agents.agent(handle) == nil else {
        throw Refusal.exists(kind: "agent", name: handle)
      }
      var agent = Agent(handle: handle)
      try edit.apply(to: &agent, at: now)
      return (agent, try change(nil, to: agent, .agentAdded))
    }
  }

  package func editAgent(
    _ handle: String, _ edit: AgentEdit, isDryRun: Bool = false
  ) throws -> Written<Agent> {
    try requireStaff("see the agents")
    return try changeFile(for: "agent edit", isDryRun: isDryRun) {
      let before = try agentAsWritten(handle)
      var after = before
      try edit.apply(to: &after, at: now)
      try permissions.requireChange(of: before, to: after)
      try requireAnAdmin(without: before, with: after)
      return (after, after == before ? nil : try change(before, to: after, .agentUpdated))
    }
  }

  /// Whom the open tickets of an agent go to who leaves.
  package enum Heir: Hashable, Sendable {
    case agent(String)
    case team(String)
    case nobody
  }

  /// Removes an agent's file. Whoever has open tickets goes only when it is said who gets them; on those
  /// that are done their name stays, and the history is the log's.
  package func removeAgent(
    _ handle: String, heir: Heir? = nil, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<Agent> {
    try permissions.requireAdmin("remove agents")
    let assignment = try heir.map { try legacy(of: handle, to: $0) }
    return try changeSettings(for: "agent remove", options) { snapshot in
      let agent = try agentAsWritten(handle)
      try requireAnAdmin(without: agent, with: nil)
      let owned = Filter.having(handle, in: .assignee).and(
        try Filter.parse("is:open", filterContext))
      var change = SettingsChange()
      if let assignment {
        change.tickets = SettingsChange.TicketsBehind(filter: owned) { ticket, acting in
          try ticket.assign(assignment, reason: "\(handle) left the desk", acting)
        }
      } else {
        let count = try ids(owned, in: snapshot).count
        guard count == 0 else { throw Refusal.ownsTickets(handle: handle, count: count) }
      }
      change.tell(EventDraft(.agentRemoved, RecordKey(.agent, handle)))
      change.clear { try agents.remove(handle) }
      return (agent, change)
    }
  }

  private func legacy(of handle: String, to heir: Heir) throws -> Assignment {
    switch heir {
    case .agent(let name):
      let agent = try assignableAgent(name)
      guard agent.handle != handle else {
        throw Refusal.invalid(field: "heir", value: name, expected: "somebody who stays")
      }
      return .agent(agent, team: nil)
    case .team(let team):
      try requireTeam(team)
      return .queue(of: team)
    case .nobody: return .nobody
    }
  }

  /// What is written of an agent; `before` is nil for a new one. Others are looked at only for the sake of
  /// addresses that are new.
  func change(_ before: Agent?, to agent: Agent, _ type: EventType) throws -> FileChange {
    if agent.emails != before?.emails ?? [] { try requireUnusedEmails(of: agent) }
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
