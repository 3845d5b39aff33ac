import CommandKit
import SupportDesk
import SupportModel

private let team = Option.text(
  "team", value: "TEAM", "Give it to a team", completes: .live("team"))
private let outside = Option.text(
  "to", value: "NAME", "Somebody outside of the desk who takes over: 'provider operations'")
private let priority = Option.text(
  "priority", short: "p", value: "PRIORITY", "Raise the priority; it is never lowered",
  completes: .live("priority"))
private let reason = Option.required("reason", value: "TEXT", "Why; customers do not see it")

/// Takes tickets to somebody who can do more.
extension Command where Context == Session {
  static var ticketEscalate: Command {
    Command(
      "escalate", "Escalate tickets to a team or somebody outside", needs: .desk,
      arguments: [BulkParameter.tickets],
      options: [team, outside, priority, reason] + BulkParameter.options,
      rules: [BulkParameter.rule],
      details: """
        The team gets the ticket. Whoever has it keeps it if they are in that team; otherwise it is \
        taken from them, so that it waits where the team looks for work. To whom and why is shown \
        with the ticket.
        """ + " " + BulkParameter.details,
      examples: [
        "support ticket escalate k7q --team tier-2 --priority urgent --reason 'the whole site is down'",
        "support ticket escalate k7q --to 'provider operations' --reason 'their line is cut'",
      ]
    ) { call, session in
      guard call[team] != nil || call[outside] != nil || call[priority] != nil else {
        throw UsageError.missingOption(
          ["--team", "--to", "--priority"], path: session.output.commandPath)
      }
      var escalating = Escalating(reason: call[reason])
      (escalating.team, escalating.outside) = (call[team], call[outside])
      escalating.priority = call[priority]
      try session.change(call) { _ in
        "escalated"
      } by: { desk, tickets, options in
        try desk.escalate(tickets, escalating, options)
      }
    }
  }
}
