import CommandKit

/// Asks customers how well they were helped: for cron.
extension Command where Context == Session {
  static var ticketSurvey: Command {
    Command(
      "survey", "Ask the customers of closed tickets how well they were helped", needs: .desk,
      options: [Shared.dryRun],
      details: """
        24 hours after a ticket was closed its customer is due to be asked, once ever, unless they \
        have rated it; what was closed more than 7 days ago is let be. `care` in support.json says \
        otherwise. It notes whom to ask: each event says so in its meta.
        """ + " " + JobRows.details,
      examples: ["support ticket survey", "support ticket survey --dry-run"]
    ) { call, session in
      try session.run(call) { try $0.askSurveys(isDryRun: $1, tell: $2) }
    }
  }
}
