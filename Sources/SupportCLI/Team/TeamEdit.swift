import CommandKit
import SupportDesk

/// Changes a team.
extension Command where Context == Session {
  static var teamEdit: Command {
    Command(
      "edit", "Change a team", needs: .desk, arguments: [TeamParameter.code],
      options: TeamParameter.all + [Shared.dryRun], rules: [TeamParameter.rule],
      examples: [
        "support team edit tier-1 --assignment round_robin",
        "support team edit tier-1 --member +cleo --member -ben",
      ]
    ) { call, session in
      let edit = TeamEdit(call)
      try session.require(edit != TeamEdit(), of: TeamParameter.all)
      let desk = try session.desk()
      let before = try desk.team(call[TeamParameter.code])
      let team = try session.settled(
        desk.editTeam(before.team.code, edit, isDryRun: call[Shared.dryRun]))
      let changed = call[Shared.dryRun] ? "would be changed" : "changed"
      try session.show(team, said: team == before ? "unchanged" : changed)
    }
  }
}
