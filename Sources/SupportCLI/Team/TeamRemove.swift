import CommandKit
import SupportDesk

private let heir = Option.text(
  "replace-by", value: "TEAM", "Give its open tickets to another team", completes: .live("team"))

/// Removes a team.
extension Command where Context == Session {
  static var teamRemove: Command {
    Command(
      "remove", "Remove a team", needs: .desk, arguments: [TeamParameter.code],
      options: [heir, Shared.yes, Shared.dryRun],
      details: """
        Its agents stay, in their other teams. A team with open tickets goes only when it is said \
        which team gets them; that one gets the new tickets of its categories, too.
        """,
      examples: ["support team remove tier-3 --replace-by tier-2 --yes"]
    ) { call, session in
      let (desk, code) = (try session.desk(), call[TeamParameter.code])
      _ = try desk.removeTeam(code, replacedBy: call[heir], ChangeOptions(isDryRun: true))
      let (options, progress) = session.options(call)
      if !options.isDryRun {
        try session.prompt.confirm("Remove the team \(code)?", isGiven: call[Shared.yes], session)
      }
      let written = try desk.removeTeam(code, replacedBy: call[heir], options)
      progress.finish()
      try session.show(
        session.settled(written, options),
        said: options.isDryRun ? "would be removed" : "removed")
    }
  }
}
