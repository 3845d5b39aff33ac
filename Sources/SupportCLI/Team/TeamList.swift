import CommandKit
import SupportDesk

/// Lists the teams.
extension Command where Context == Session {
  static var teamList: Command {
    Command(
      "list", "List the teams", needs: .desk, examples: ["support team list"]
    ) { _, session in
      let teams = try session.desk().allTeams()
      try session.output.list(teams.values, TeamRow.listing)
      session.report(broken: teams.broken)
    }
  }
}
