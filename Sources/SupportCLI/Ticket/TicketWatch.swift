import CommandKit
import SupportDesk

private let off = Option.flag("off", "Stop watching")
private let agent = Option.text(
  "agent", value: "AGENT", "Who watches, if not you", completes: .live("agent"))

/// Watches tickets.
extension Command where Context == Session {
  static var ticketWatch: Command {
    Command(
      "watch", "Watch tickets, or stop watching them", needs: .desk,
      arguments: [Shared.tickets], options: [off, agent, Shared.ifMatch, Shared.dryRun],
      examples: ["support ticket watch k7q", "support ticket watch k7q --off"]
    ) { call, session in
      let changed = try session.desk().watch(
        session.references(call[Shared.tickets]), by: call[agent], on: !call[off],
        ChangeOptions(call))
      try session.report(changed) { ticket in
        ticket.watchers.isEmpty
          ? "watched by nobody" : "watched by \(ticket.watchers.joined(separator: ", "))"
      }
    }
  }
}
