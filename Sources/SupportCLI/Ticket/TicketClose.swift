import CommandKit
import SupportDesk

/// Ends the work on tickets: `resolve` and `close` are one command with two statuses.
extension Command where Context == Session {
  static var ticketResolve: Command {
    done("resolve", "Resolve tickets", "resolved", "The customer's answer opens it again.")
  }

  static var ticketClose: Command {
    done(
      "close", "Close tickets", "closed", "A closed ticket keeps its history and can be reopened.",
      isCommon: true)
  }

  private static func done(
    _ name: String, _ summary: String, _ status: String, _ details: String, isCommon: Bool = false
  ) -> Command {
    Command(
      name, summary, needs: .desk,
      arguments: [BulkParameter.tickets], options: [Shared.lastMessage] + BulkParameter.options,
      rules: [BulkParameter.rule], details: details + " " + BulkParameter.details,
      examples: [
        "support ticket \(name) k7q -m 'refunded'",
        "support ticket \(name) --where 'tag:spam last_message:<-30d'",
        "support ticket list customer:bob@example.com --format '%(id)' | support ticket \(name) -",
      ],
      isCommon: isCommon
    ) { call, session in
      try session.change(call, \.status) { desk, tickets, options in
        try desk.setStatus(tickets, status, message: call[Shared.lastMessage], options)
      }
    }
  }
}
