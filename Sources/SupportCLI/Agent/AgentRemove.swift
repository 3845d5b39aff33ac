import CommandKit
import SupportDesk
import SupportModel

private let heir = Option.text(
  "reassign-to", value: "AGENT", "Give their open tickets to an agent", completes: .live("agent"))
private let team = Option.text(
  "team", value: "TEAM", "Give their open tickets to a team, to wait there",
  completes: .live("team"))
private let nobody = Option.flag("unassign", "Leave their open tickets to nobody")

/// Removes an agent.
extension Command where Context == Session {
  static var agentRemove: Command {
    Command(
      "remove", "Remove an agent", needs: .desk, arguments: [AgentParameter.handle],
      options: [heir, team, nobody, Shared.yes, Shared.dryRun],
      rules: [.atMostOne(of: heir, team, nobody)],
      details: """
        Whoever has open tickets goes only when it is said who gets them. Their name stays in the \
        history, and on the tickets that are done.
        """,
      examples: [
        "support agent remove ben --yes", "support agent remove ben --reassign-to ada --yes",
      ]
    ) { call, session in
      let desk = try session.desk()
      let handle = call[AgentParameter.handle]
      let heir =
        call[heir].map(Desk.Heir.agent) ?? call[team].map(Desk.Heir.team)
        ?? (call[nobody] ? .nobody : nil)
      _ = try desk.removeAgent(handle, heir: heir, ChangeOptions(isDryRun: true))
      let (options, progress) = session.options(call)
      if !options.isDryRun {
        try session.prompt.confirm(
          "Remove the agent \(handle)?", isGiven: call[Shared.yes], session)
      }
      let written = try desk.removeAgent(handle, heir: heir, options)
      progress.finish()
      try session.show(
        session.settled(written, options),
        said: options.isDryRun ? "would be removed" : "removed")
    }
  }
}
