import CommandKit
import SupportDesk

private let newStatus = Argument.one(
  "STATUS", "The status they get, by its code or an alias", completes: .live("status"))

/// Sets the status of tickets.
extension Command where Context == Session {
  static var ticketStatus: Command {
    Command(
      "status", "Set the status of tickets", needs: .desk,
      arguments: [BulkParameter.tickets, newStatus],
      options: [Shared.lastMessage] + BulkParameter.options, rules: [BulkParameter.rule],
      details: """
        The statuses are new, open, in_progress, pending (waiting for the customer), on_hold, \
        resolved, closed and cancelled; support.json may define others, and says which may follow \
        which.
        """ + " " + BulkParameter.details,
      examples: [
        "support ticket status k7q pending", "support ticket status k7q 3fm on_hold",
        "support ticket status --where 'assignee:me status:new' open",
      ]
    ) { call, session in
      try session.change(call, \.status) { desk, tickets, options in
        try desk.setStatus(
          tickets, call[newStatus], message: call[Shared.lastMessage], options)
      }
    }
  }
}
