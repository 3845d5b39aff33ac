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
      arguments: [BulkParameter.tickets], options: [off, agent] + BulkParameter.options,
      rules: [BulkParameter.rule], details: BulkParameter.details,
      examples: [
        "support ticket watch k7q", "support ticket watch k7q --off",
        "support ticket watch --where 'customer.tier:gold'",
      ]
    ) { call, session in
      try session.change(call) { ticket in
        ticket.watchers.isEmpty
          ? "watched by nobody" : "watched by \(ticket.watchers.joined(separator: ", "))"
      } by: { desk, tickets, options in
        try desk.watch(tickets, by: call[agent], on: !call[off], options)
      }
    }
  }
}
