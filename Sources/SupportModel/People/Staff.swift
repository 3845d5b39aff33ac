/// The agents of a desk and their teams: whom a name in the settings can mean.
package struct Staff: Hashable, Sendable {
  private let agents: [String: Agent]
  /// A team exists when an agent is in it, or when it has a file.
  package let teams: Set<String>
  /// Those of them that take no tickets.
  private let inactive: Set<String>

  package init(
    _ agents: [Agent], teams: some Sequence<String> = [], inactive: some Sequence<String> = []
  ) {
    self.inactive = Set(inactive)
    self.agents = Dictionary(agents.map { ($0.handle, $0) }) { first, _ in first }
    self.teams = Set(agents.flatMap(\.teams)).union(teams)
  }

  package subscript(handle: String) -> Agent? { agents[handle] }

  /// A team as somebody wants to know who gives it a ticket; nil where there is none.
  func team(_ code: String) -> Team? {
    guard teams.contains(code) else { return nil }
    var team = Team(code)
    team.isActive = !inactive.contains(code)
    return team
  }

  /// The categories that somebody looks after.
  package var categories: Set<String> { Set(agents.values.flatMap(\.categories)) }

  package var handles: [String] { agents.keys.sorted() }

  /// The agents of a team, by their handles.
  package func members(of team: String) -> [Agent] {
    agents.values.filter { $0.teams.contains(team) }.sorted { $0.handle < $1.handle }
  }
}
