import CommandKit
import SupportModel

private let after = Option.text(
  "after", value: "TIME", "How long a customer may wait", default: "4h, or as support.json says")

/// Finds customers who wait for too long: for cron.
extension Command where Context == Session {
  static var ticketUnanswered: Command {
    Command(
      "unanswered", "Tell of customers who have waited too long for an answer", needs: .desk,
      options: [after, Shared.dryRun],
      details: """
        Counted on the wall clock from the earliest question that nobody has answered; promises in \
        working time are what `sla check` looks after. Each wait is told of once, to the assignee or \
        the team. `support ticket list is:unanswered` lists all who wait.
        """ + " " + JobRows.details,
      examples: ["support ticket unanswered", "support ticket unanswered --after 1d --dry-run"]
    ) { call, session in
      let span = try call[after].map { text in
        guard let span = TimeSpan(text), span > .zero else {
          throw Refusal.invalid(field: "time", value: text, expected: "a duration such as 4h or 1d")
        }
        return span
      }
      try session.run(call) { try $0.noteUnanswered(after: span, isDryRun: $1, tell: $2) }
    }
  }
}
