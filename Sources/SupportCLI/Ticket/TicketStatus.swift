import CommandKit
import SupportDesk

private let newStatus = Argument.one(
  "STATUS", "The status they get, by its code or an alias", completes: .live("status"))

/// Sets the status of tickets.
extension Command where Context == Session {
  static var ticketStatus: Command {
    Command(
      "status", "Set the status of tickets", needs: .desk,
      arguments: [Shared.tickets, newStatus],
      options: [Shared.lastMessage, Shared.ifMatch, Shared.dryRun],
      details: """
        The statuses are new, open, in_progress, pending (waiting for the customer), on_hold, \
        resolved, closed and cancelled; support.json may define others, and says which may follow \
        which.
        """,
      examples: ["support ticket status k7q pending", "support ticket status k7q 3fm on_hold"]
    ) { call, session in
      let changed = try session.desk().setStatus(
        session.references(call[Shared.tickets]), call[newStatus],
        message: call[Shared.lastMessage], ChangeOptions(call))
      try session.report(changed) { $0.status }
    }
  }
}
