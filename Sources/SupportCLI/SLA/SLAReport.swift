import CommandKit
import SupportDesk
import SupportModel

private let explain = Option.flag("explain", "List the clocks behind each figure")
private let limit = Shared.limit(default: "5 clocks of each figure on a terminal, all in a pipe")

/// Says how well the promises were kept.
extension Command where Context == Session {
  static var slaReport: Command {
    Command(
      "report", "Report how well response and resolution times were kept", needs: .desk,
      arguments: [Shared.filter],
      options: ReportParameter.all + [ReportForm.csv, ReportForm.svg, explain, limit],
      details: """
        Counts tickets by the time they were opened, also those that are done. A clock that still \
        runs and is not late counts neither way. Median and 90th percentile are of the finished \
        clocks, by nearest rank, in working time. In a pipe each line is row, clock, tickets, met, \
        late, pending, compliance, median, 90th percentile and worst, in seconds.
        """,
      examples: [
        "support sla report", "support sla report --by month --since 2026-01-01",
        "support sla report --by team category:billing --csv",
        "support sla report --since -30d --svg compliance.svg",
        "support sla report --by agent --explain",
      ],
      isCommon: true
    ) { call, session in
      try session.requireOneForm(call, explain: explain)
      var request = try session.reportRequest(call)
      request.explains = call[explain]
      let report = try session.desk().slaReport(request)
      let rows = report.rows
      if let file = call[ReportForm.svg] {
        let chart = SLAChart(
          report, rows, desk: try session.desk().settings.name,
          filter: request.filter.expression.description, at: session.now)
        try session.write(chart: chart.text, to: file)
        if file == "-" { return }
      }
      try session.show(report, rows, call)
    }
  }
}

extension Session {
  fileprivate func show(_ report: SLAReport, _ rows: [SLAReportRow], _ call: Call) throws {
    let dimension = report.dimension
    switch output.form {
    case .json:
      try output.show(
        report.json, fields: ["by", "since", "until", "rows", "overall"], text: { "" })
    case .text where call[ReportForm.csv] && call[explain]:
      try output.write(ExplainedClock.csv(rows, dimension))
    case .text where call[ReportForm.csv]:
      try output.write(ReportRecord.csv(rows + [report.overall], dimension))
    case _ where call[explain]:
      try explainClocks(rows, dimension, call)
    case .text where rows.isEmpty:
      if output.isTerminal { output.note("no tickets match") }
    case .text where output.isTerminal:
      try showTable(rows + [report.overall], report)
    case .text:
      try output.list(FigureLine.byRow(rows + [report.overall]), FigureLine.plain(dimension))
    case .format:
      let all = rows.isEmpty ? [] : rows + [report.overall]
      try output.list(all, ReportRecord.listing(dimension))
    }
  }

  private func showTable(_ rows: [SLAReportRow], _ report: SLAReport) throws {
    try output.startPager(self)
    let tickets = counted(rows.last?.tickets ?? 0, "ticket")
    let reopened = rows.last.map { $0.reopened > 0 ? ", \($0.reopened) reopened" : "" } ?? ""
    try output.write("\(tickets) opened \(report.period.text ?? "so far")\(reopened)\n")
    try output.table(
      FigureLine.byClock(rows), FigureLine.shown(report.dimension, width: output.width))
  }

  private func explainClocks(
    _ rows: [SLAReportRow], _ dimension: SLADimension, _ call: Call
  ) throws {
    guard output.isText, output.isTerminal else {
      let clocks = ExplainedClock.sections(rows, limit: output.isText ? call[limit] : nil)
      return try output.list(clocks.flatMap(\.rows), ExplainedClock.plain(dimension))
    }
    try output.startPager(self)
    try output.table(ExplainedClock.sections(rows, limit: call[limit] ?? 5), ExplainedClock.shown)
  }
}
