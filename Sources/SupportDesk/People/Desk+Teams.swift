import SupportModel
import SupportStore

/// A team with the agents in it.
package struct TeamMembers: Hashable, Sendable {
  package var team: Team
  /// Their handles, in order.
  package var members: [String]
}

extension Desk {
  var teamFiles: TeamFiles { TeamFiles(store.layout, settings) }

  /// All teams, also those that only agents name.
  package func allTeams() throws -> ReadFiles<TeamMembers> {
    try requireStaff("see the teams")
    var members: [String: [String]] = [:]
    for agent in try agents.all().values {
      for team in agent.teams { members[team, default: []].append(agent.handle) }
    }
    var teams = try teamFiles.all().map { team in
      TeamMembers(team: team, members: members[team.code] ?? [])
    }
    let known = Set(try teamFiles.codes())
    teams.values += members.filter { !known.contains($0.key) }.map { code, members in
      TeamMembers(team: Team(code), members: members)
    }
    teams.values.sort { $0.team.code < $1.team.code }
    return teams
  }

  package func team(_ code: String) throws -> TeamMembers {
    try requireStaff("see the teams")
    let members = try members(of: code)
    guard let team = try teamFiles.team(code) ?? (members.isEmpty ? nil : Team(code)) else {
      throw DeskError.notFound(kind: "team", name: code, known: try teamCodes())
    }
    return TeamMembers(team: team, members: members)
  }

  private func members(of code: String) throws -> [String] {
    try agents.all().values.filter { $0.teams.contains(code) }.map(\.handle).sorted()
  }

  /// The agents, and their teams. One whose file cannot be read takes no tickets.
  func staff() throws -> Staff {
    let (teams, codes) = (try teamFiles.all().values, try teamFiles.codes())
    let active = Set(teams.filter(\.isActive).map(\.code))
    return Staff(
      try agents.all().values, teams: codes, inactive: codes.filter { !active.contains($0) })
  }

  func teamCodes() throws -> [String] {
    try Set(teamFiles.codes()).union(agents.all().values.flatMap(\.teams)).sorted()
  }

  /// Whether there is such a team and it takes tickets. Agents are looked at only where it has no file.
  func takesTickets(_ code: String) throws -> Bool {
    if let team = try teamFiles.team(code) { return team.isActive }
    return try agents.all().values.contains { $0.teams.contains(code) }
  }

  /// A team exists when it has a file, or an agent is in it. One that takes no tickets gets none.
  func requireTeam(_ code: String) throws {
    if let team = try teamFiles.team(code) {
      guard team.isActive else { throw Refusal.inactive(kind: "team", name: code) }
      return
    }
    let known = try teamCodes()
    guard known.contains(code) else {
      throw DeskError.notFound(kind: "team", name: code, known: known)
    }
  }
}
