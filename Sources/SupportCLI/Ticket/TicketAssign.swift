import CommandKit
import SupportDesk
import SupportModel

private let team = Option.text(
  "team", value: "TEAM", "Give them to a team", completes: .live("team"))
private let none = Option.flag("none", "Take them from whoever has them")
private let agent = Option.text(
  "to", value: "AGENT", "Give them to an agent; the same as the last word",
  completes: .live("agent"))
private let lastWord = Argument.one(
  "AGENT", "Who gets them: a handle, an address or me", unless: [agent, team, none],
  completes: .live("agent"))

/// Gives tickets to somebody.
extension Command where Context == Session {
  static var ticketAssign: Command {
    Command(
      "assign", "Give tickets to an agent, a team or nobody", needs: .desk,
      arguments: [BulkParameter.tickets, lastWord],
      options: [agent, team, none, Shared.reason] + BulkParameter.options,
      rules: [
        .atMostOne(of: none, agent), .atMostOne(of: none, team), BulkParameter.rule,
      ],
      details: """
        The last word is the agent, unless --to, --team or --none says who gets them. --to and \
        --team together give them to an agent on behalf of a team.
        """ + " " + BulkParameter.details,
      examples: [
        "support ticket assign k7q ada", "support ticket assign k7q 3fm --team tier-2",
        "support ticket assign --where 'assignee:ben created:-7d' ada",
        "support ticket list tag:spam --format '%(id)' | support ticket assign - --none",
      ]
    ) { call, session in
      try session.change(call) { ticket in
        let owner = [ticket.assignee, ticket.team].compactMap { $0 }.joined(separator: ", ")
        return owner.isEmpty ? "unassigned" : "assigned to \(owner)"
      } by: { desk, tickets, options in
        try desk.assign(
          tickets, to: call[agent] ?? call[lastWord], team: call[team], nobody: call[none],
          reason: call[Shared.reason], options)
      }
    }
  }
}
