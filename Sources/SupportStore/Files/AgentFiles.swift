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

  package func all() throws -> [Agent] { try handles().compactMap { try agent($0) } }

  package func handles() throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.agents)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
      .filter(Agent.isLegal(handle:))
  }

  package func agent(email: String) throws -> Agent? {
    try all().first { $0.emails.contains(email) }
  }

  package func write(_ agent: Agent) throws {
    try FileSystem.replace(
      layout.agent(agent.handle), with: JSON.object(agent.json).prettyBytes, durable: true)
  }

  package func remove(_ handle: String) throws {
    try FileSystem.removeDurably(layout.agent(handle))
  }
}
