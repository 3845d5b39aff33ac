import CommandKit
import SupportDesk
import SupportModel

/// Says what each agent has to do and has done.
extension Command where Context == Session {
  static var reportAgents: Command {
    Command(
      "agents", "Report what each agent has to do, and has done", needs: .desk,
      arguments: [Shared.filter],
      options: [
        PeriodParameter.since, PeriodParameter.until, ReportForm.csv, ReportForm.svg,
        PeriodParameter.explain,
      ],
      details: """
        A ticket counts for the agent who owns it now. Open and overdue are as of now. First \
        responses are those of tickets opened in the period; resolutions and ratings those of \
        tickets resolved in it. Times are from opening, by the clock on the wall: what was promised \
        and kept is in `sla report --by agent`. In a pipe each line is agent, open, overdue, opened, \
        resolved, first responses with median and 90th percentile in seconds, resolutions with \
        both, ratings and their mean. With --explain each line is agent, figure, ticket and value.
        """,
      examples: [
        "support report agents", "support report agents --since -7d team:tier-1",
        "support report agents --since 2026-10-01 --until 2026-11-01 --csv",
        "support report agents --explain",
      ]
    ) { call, session in
      try session.requireOneForm(call, explain: PeriodParameter.explain)
      let desk = try session.desk()
      let filter = try Filter.parse(words: call[Shared.filter], desk.filterContext)
      let reported = try desk.agentsReport(
        try session.period(call, .day), filter, explains: call[PeriodParameter.explain])
      try session.write(AgentsPage(session, desk, filter).output(reported), call)
    }
  }
}

/// How the report is written.
private struct AgentsPage {
  let session: Session
  let desk: Desk
  let filter: Filter

  init(_ session: Session, _ desk: Desk, _ filter: Filter) {
    (self.session, self.desk, self.filter) = (session, desk, filter)
  }

  func output(_ reported: Reported<AgentsReport>) -> WorkOutput<AgentsReport.Row> {
    let report = reported.report
    let agents = report.rows(reported.names)
    let rows =
      agents.isEmpty ? [] : agents + [AgentsReport.Row(overall: report)]
    let fields = ["agent"] + WorkFigures.fields
    return WorkOutput(
      json: report.json(reported.names),
      fields: ["since", "until", "rows", "overall", "tickets"], rows: rows,
      listing: Listing(
        columns: fields.map { field in Column(field) { CSV.value($0.json[field]) } },
        fields: fields, json: \.json),
      evidence: report.evidence(reported.names), chart: chart(report.period, agents)
    ) {
      let period = report.period.text(session.now)
      try session.output.write("Open now; opened and resolved \(period)\n")
      try session.output.table([TableSection(rows)], columns(rows))
    }
  }

  private func columns(_ rows: [AgentsReport.Row]) -> [Column<AgentsReport.Row>] {
    let most = max(rows.dropLast().map { $0.figures.count(.open) }.max() ?? 0, 1)
    func bar(_ row: AgentsReport.Row) -> String {
      Bar.text(min(Double(row.figures.count(.open)) / Double(most), 1), width: 10)
    }
    func count(_ title: String, _ figure: WorkFigure) -> Column<AgentsReport.Row> {
      Column(title, isNumber: true) { "\($0.figures.count(figure))" }
    }
    func median(_ title: String, _ figure: WorkFigure) -> Column<AgentsReport.Row> {
      Column(title, isNumber: true) { FigureText.span($0.figures.spread(figure)?.median) }
    }
    return [
      Column("AGENT", isElastic: true, plain: \.name), count("OPEN", .open),
      Column("", isOptional: true) {
        $0.name == "overall" ? "" : bar($0)
      } shown: {
        Cell($0.name == "overall" ? "" : bar($0), .cyan)
      },
      Column("LATE", isNumber: true) {
        "\($0.figures.count(.overdue))"
      } shown: {
        Cell("\($0.figures.count(.overdue))", $0.figures.count(.overdue) > 0 ? .red : .plain)
      },
      count("OPENED", .opened), count("RESOLVED", .resolved),
      median("RESPONSE", .firstResponse), median("RESOLUTION", .resolution),
      Column("RATING", isNumber: true) { RatingText.text($0.figures) },
    ]
  }

  private func chart(_ period: ClosedPeriod, _ rows: [AgentsReport.Row]) -> BarChart {
    let section = BarChart.Section(
      title: "By agent", series: ["Open now", "Overdue now", "Resolved"],
      rows: rows.map { row in
        BarChart.Row(row.name, [.open, .overdue, .resolved].map { row.figures.count($0) })
      })
    return BarChart(
      title: "What agents have to do and have done", [section], desk: desk.settings.name,
      period: period, filter: filter, at: session.now)
  }
}

/// Ratings as people read them.
enum RatingText {
  /// `4.5 (8)`: the mean and how many there are; `-` without one.
  static func text(_ figures: WorkFigures) -> String {
    guard let mean = figures.meanRating else { return "-" }
    return "\(mean / 100).\(mean / 10 % 10) (\(figures.count(.rating)))"
  }
}
