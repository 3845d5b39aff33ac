import CommandKit
import SupportDesk

private let newCode = Argument.one("TEAM", "A short name for the new team, such as tier-1")

/// Adds a team.
extension Command where Context == Session {
  static var teamAdd: Command {
    Command(
      "add", "Add a team", needs: .desk, arguments: [newCode],
      options: TeamParameter.all + [Shared.dryRun], rules: [TeamParameter.rule],
      details: """
        Who is in a team, the files of its agents say: --member changes those. A team that only \
        they name needs no file.
        """,
      examples: [
        "support team add tier-1 --name 'First line' --lead ada --member ada --member ben",
        "support team add billing --assignment least_load --email billing@example.com",
      ]
    ) { call, session in
      let team = try session.settled(
        session.desk().addTeam(call[newCode], TeamEdit(call), isDryRun: call[Shared.dryRun]))
      try session.show(team, said: call[Shared.dryRun] ? "would be added" : "added")
    }
  }
}
