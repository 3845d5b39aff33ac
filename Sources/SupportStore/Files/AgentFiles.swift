import Platform
import SupportModel

/// The agents of a desk: `agents/HANDLE.json`, written by hand or by `support agent`.
package struct AgentFiles: Sendable {
  let layout: DeskLayout

  package init(_ layout: DeskLayout) { self.layout = layout }

  package func agent(_ handle: String) throws -> Agent? {
    guard Agent.isLegal(handle: handle) else { return nil }
    let path = layout.agent(handle)
    guard let bytes = try FileSystem.readIfPresent(path) else { return nil }
    return try Agent(handle: handle, file: layout.relative(path), bytes: bytes)
  }

  /// All agents; one whose file is broken keeps nobody from finding the others.
  package func all() throws -> ReadFiles<Agent> {
    let known = AgentRoster.kept(layout)
    if known.isCurrent(layout, in: known.agents.indices) { return ReadFiles(known.agents) }
    var changed = ChangedAgents(layout, known: known)
    let handles = try handles()
    guard handles.count > AgentRoster.few else { return try read(handles) { try agent($0) } }
    let files = try read(handles) { try changed.agent($0) }
    changed.keep(handles.count)
    return files
  }

  /// All agents of a large desk as they are remembered, for whoever needs few of them to be sure of.
  package func remembered() -> RememberedAgents? {
    let known = AgentRoster.kept(layout)
    return known.folder.map { _ in RememberedAgents(layout: layout, roster: known) }
  }

  /// All agents, with every file read: for whoever looks for damage.
  package func allAnew() throws -> ReadFiles<Agent> { try read(handles()) { try agent($0) } }

  private func read(
    _ handles: [String], _ read: (String) throws -> Agent?
  ) throws -> ReadFiles<Agent> {
    try ReadFiles(handles, file: { layout.relative(layout.agent($0)) }, read: read)
  }

  package func handles() throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.agents)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
      .filter(Agent.isLegal(handle:))
  }

  /// The agent who has an address. A broken file that may be theirs is an error: who cannot be told
  /// from a customer must not act as one.
  package func agent(email: String) throws -> Agent? {
    let all = try all()
    if let agent = all.values.first(where: { $0.emails.contains(email) }) { return agent }
    for error in all.broken {
      let bytes = try? FileSystem.readIfPresent(layout.root + "/" + error.file)
      let text = bytes.map { String(decoding: $0, as: UTF8.self).lowercased() }
      guard let text, !text.contains(email) else { throw error }
    }
    return nil
  }

  package func write(_ agent: Agent) throws {
    try FileSystem.replace(
      layout.agent(agent.handle), with: JSON.object(agent.json).prettyBytes, durable: true)
  }

  package func remove(_ handle: String) throws {
    try FileSystem.removeDurably(layout.agent(handle))
    // What is remembered of them goes too; where it cannot, nobody asks it about who has no file.
    try? FileSystem.removeIfPresent(layout.agentRoster)
  }
}
