/// The agents of a desk: whom a name in the settings can mean.
package struct Staff: Hashable, Sendable {
  private let agents: [String: Agent]
  /// A team exists when an agent is in it.
  package let teams: Set<String>

  package init(_ agents: [Agent]) {
    self.agents = Dictionary(agents.map { ($0.handle, $0) }) { first, _ in first }
    teams = Set(agents.flatMap(\.teams))
  }

  package subscript(handle: String) -> Agent? { agents[handle] }

  package var handles: [String] { agents.keys.sorted() }
}
