import CommandKit

/// Opens tickets whose time has come: for cron.
extension Command where Context == Session {
  static var ticketWake: Command {
    Command(
      "wake", "Open the tickets that were laid aside until now", needs: .desk,
      options: [Shared.dryRun],
      details: """
        Also those in which a question of the customer came, from another clone or to a ticket that \
        was merged, while the desk waited for them.
        """ + " " + JobRows.details,
      examples: ["support ticket wake", "support ticket wake --dry-run"]
    ) { call, session in
      try session.run(call) { try $0.wake(isDryRun: $1, tell: $2) }
    }
  }
}
