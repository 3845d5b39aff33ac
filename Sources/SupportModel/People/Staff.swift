/// The agents of a desk and their teams: whom a name in the settings can mean.
package struct Staff: Hashable, Sendable {
  private let agents: [String: Agent]
  /// A team exists when an agent is in it, or when it has a file.
  package let teams: Set<String>

  package init(_ agents: [Agent], teams: some Sequence<String> = []) {
    self.agents = Dictionary(agents.map { ($0.handle, $0) }) { first, _ in first }
    self.teams = Set(agents.flatMap(\.teams)).union(teams)
  }

  package subscript(handle: String) -> Agent? { agents[handle] }

  package var handles: [String] { agents.keys.sorted() }

  /// The agents of a team, by their handles.
  package func members(of team: String) -> [Agent] {
    agents.values.filter { $0.teams.contains(team) }.sorted { $0.handle < $1.handle }
  }
}
