import CommandKit
import SupportDesk
import SupportModel

private let at = Option.text(
  "at", value: "TIME", "Explain them as they stood then; of a time to come, as they will stand")
private let limit = Option.integer(
  "limit", short: "n", "List at most this many lines of each clock", in: 1...1_000_000_000,
  default: "40 on a terminal, else all")

/// Justifies every minute of a ticket's clocks.
extension Command where Context == Session {
  static var slaExplain: Command {
    Command(
      "explain", "Explain the SLA clocks of tickets line by line", needs: .desk,
      arguments: [Shared.tickets], options: [at, limit],
      details: """
        Says which policy applies and why, and for each clock what is left or how late it is. Below \
        stands the arithmetic: each interval that counts with the running sum, each pause with its \
        reason, holidays, changes that moved the target, when it warns and when it is due. Times \
        are those of the calendar's zone.

        For a ticket that is done, what was recorded then counts; where the settings of today would \
        give something else, both are shown. JSON is a line for each ticket, and whole.
        """,
      examples: [
        "support sla explain k7q", "support sla explain k7q --at 2026-11-20T17:00Z",
        "support ticket list is:breached --format '%(id)' | support sla explain -",
      ]
    ) { call, session in
      let explanations = try session.desk().explainSLAs(
        session.references(call[Shared.tickets]), at: call[at].map { try session.time($0) })
      let output = session.output
      guard output.isText else {
        return try output.list(
          explanations,
          Listing(columns: [], fields: SLAExplanation.fields, json: { $0.json }))
      }
      try output.startPager(session)
      let limit = call[limit] ?? (output.isTerminal ? 40 : .max)
      let pages = explanations.map { SLAExplanationPage($0, output, limit: limit).text }
      try output.write(pages.joined(separator: "\n"))
    }
  }
}
