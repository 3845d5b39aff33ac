import CommandKit
import SupportDesk
import SupportModel

private let explain = Option.flag("explain", "Name all tickets of each topic")

/// Says what the tickets of a period are about.
extension Command where Context == Session {
  static var reportTopics: Command {
    Command(
      "topics", "Report what recent tickets are about", needs: .desk,
      arguments: [Shared.filter],
      options: [
        PeriodParameter.since, PeriodParameter.until, ReportForm.csv, explain,
        Shared.limit(default: "10"),
      ],
      details: """
        Groups tickets that are alike by the words that tell most of them, and names each group by \
        the words that tell it from the rest. The change is against the period of the same length \
        before. The median is the time from opening to resolution. In a pipe each line is topic, \
        tickets, before, open, median in seconds, words, examples and articles that would answer, \
        parted by tabs. With --explain each line is topic and ticket.
        """,
      examples: [
        "support report topics", "support report topics --since -7d team:tier-1 -n 20",
        "support report topics --since 2026-10-01 --until 2026-11-01 --csv",
        "support report topics --explain --json",
      ]
    ) { call, session in
      let desk = try session.desk()
      let report = try desk.topics(
        try session.period(call, .day),
        try Filter.parse(words: call[Shared.filter], desk.filterContext),
        limit: call[Shared.limit] ?? 10, explains: call[explain])
      try session.show(report, call)
    }
  }
}

extension Session {
  fileprivate func show(_ report: TopicReport, _ call: Call) throws {
    switch output.form {
    case .json:
      return try output.show(
        report.json, fields: ["since", "until", "tickets", "looked_at", "grouped", "topics"]
      ) { "" }
    case .text where call[ReportForm.csv] && call[explain]:
      try output.write(CSV.text(TopicTicketRow.all(report.topics), TopicTicketRow.listing))
    case .text where call[ReportForm.csv]:
      try output.write(CSV.text(report.topics, TopicRow.listing))
    case _ where call[explain] && !(output.isTerminal && output.isText):
      try output.list(TopicTicketRow.all(report.topics), TopicTicketRow.listing)
    case .text where output.isTerminal:
      try output.startPager(self)
      try output.write(TopicRow.heading(report, at: now) + "\n")
      try output.table([TableSection(report.topics)], TopicRow.shown)
    default: try output.list(report.topics, TopicRow.listing)
    }
    note(report)
  }

  private func note(_ report: TopicReport) {
    if report.looked < report.all {
      output.note("looked at the newest \(report.looked) of \(counted(report.all, "ticket"))")
    }
  }
}
