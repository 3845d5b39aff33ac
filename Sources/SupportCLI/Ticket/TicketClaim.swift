import CommandKit
import SupportDesk

/// Takes tickets that nobody has.
extension Command where Context == Session {
  static var ticketClaim: Command {
    Command(
      "claim", "Take tickets that nobody has", needs: .desk,
      arguments: [BulkParameter.tickets], options: BulkParameter.options,
      rules: [BulkParameter.rule], details: BulkParameter.details,
      examples: [
        "support ticket claim k7q", "support ticket claim --where 'is:unassigned category:billing'",
      ]
    ) { call, session in
      try session.change(call) {
        "assigned to \($0.assignee ?? "")"
      } by: { desk, tickets, options in
        try desk.claim(tickets, options)
      }
    }
  }
}
