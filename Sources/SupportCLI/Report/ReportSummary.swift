import CommandKit
import SupportDesk
import SupportModel

/// Says how the desk stands.
extension Command where Context == Session {
  static var reportSummary: Command {
    Command(
      "summary", "Report how the desk stands", needs: .desk,
      arguments: [Shared.filter],
      options: [
        PeriodParameter.since, PeriodParameter.until, PeriodParameter.by, ReportForm.csv,
        ReportForm.svg, PeriodParameter.explain,
      ],
      details: """
        What is open is open now, whenever it was opened; the period is for what was opened, \
        resolved and rated. Days, ISO weeks and months are those of UTC. Times are from opening, \
        by the clock on the wall: what was promised and kept is in `sla report`. In a pipe each \
        line is section, name and value: `open` (total, unassigned, overdue, oldest), `status`, \
        `priority`, `category` and `team` with open tickets, `period`, and `opened` and \
        `resolved` by day, week or month. With --explain each line is row, figure, ticket and \
        value.
        """,
      examples: [
        "support report summary", "support report summary --since -90d --by week",
        "support report summary team:tier-1 --svg summary.svg",
        "support report summary --explain --json=tickets",
      ]
    ) { call, session in
      try session.requireOneForm(call, explain: PeriodParameter.explain)
      let desk = try session.desk()
      let filter = try Filter.parse(words: call[Shared.filter], desk.filterContext)
      let reported = try desk.summary(
        try session.buckets(call), filter, explains: call[PeriodParameter.explain])
      try session.write(SummaryPage(session, desk, filter, reported).output, call)
    }
  }
}
