import CommandKit
import SupportDesk

/// Shows a team.
extension Command where Context == Session {
  static var teamShow: Command {
    Command(
      "show", "Show a team", needs: .desk, arguments: [TeamParameter.code],
      examples: ["support team show tier-1"]
    ) { call, session in
      let team = try session.desk().team(call[TeamParameter.code])
      try session.output.showMembers(TeamRow.json(team), fields: TeamRow.fields)
    }
  }
}
