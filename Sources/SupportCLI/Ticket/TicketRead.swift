import CommandKit
import SupportDesk

/// Marks tickets read.
extension Command where Context == Session {
  static var ticketRead: Command {
    Command(
      "read", "Mark tickets read", needs: .desk,
      arguments: [BulkParameter.tickets], options: BulkParameter.options,
      rules: [BulkParameter.rule], details: BulkParameter.details,
      examples: ["support ticket read k7q", "support ticket read --where is:unread"]
    ) { call, session in
      try session.change(call) { _ in
        "read"
      } by: { desk, tickets, options in
        try desk.markRead(tickets, options)
      }
    }
  }
}
