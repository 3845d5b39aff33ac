import CommandKit
import SupportDesk

/// Opens tickets again.
extension Command where Context == Session {
  static var ticketReopen: Command {
    Command(
      "reopen", "Open tickets again that are done", needs: .desk,
      arguments: [BulkParameter.tickets], options: [Shared.lastMessage] + BulkParameter.options,
      rules: [BulkParameter.rule],
      details: """
        Their clocks go on with what was left. All of the tickets are changed, or none. --where \
        takes tickets that are done, unless the filter speaks of the status or --all is given. On a \
        terminal it asks before it changes more than \(BulkParameter.most).
        """,
      examples: [
        "support ticket reopen k7q", "support ticket reopen --where 'closed:today tag:mistake'",
      ]
    ) { call, session in
      try session.change(call, phase: "is:closed") {
        "reopened, \($0.status)"
      } by: { desk, tickets, options in
        try desk.reopen(tickets, message: call[Shared.lastMessage], options)
      }
    }
  }
}
