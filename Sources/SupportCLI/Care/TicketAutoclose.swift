import CommandKit

/// Closes what customers do not come back to: for cron.
extension Command where Context == Session {
  static var ticketAutoclose: Command {
    Command(
      "autoclose", "Remind customers who do not answer, then close their tickets", needs: .desk,
      options: [Shared.dryRun],
      details: """
        A ticket in which an agent spoke last and that waits for the customer is reminded of after \
        5 days and closed after 7; `care` in support.json says otherwise.
        """ + " " + JobRows.details,
      examples: ["support ticket autoclose", "support ticket autoclose --dry-run --json"]
    ) { call, session in
      try session.run(call) { try $0.autoclose(isDryRun: $1, tell: $2) }
    }
  }
}
