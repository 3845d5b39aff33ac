import CommandKit
import SupportDesk
import SupportModel

/// Says how many tickets came and went.
extension Command where Context == Session {
  static var reportVolume: Command {
    Command(
      "volume", "Report how many tickets came and went", needs: .desk,
      arguments: [Shared.filter],
      options: [
        PeriodParameter.since, PeriodParameter.until, PeriodParameter.by, ReportForm.csv,
        ReportForm.svg, PeriodParameter.explain,
      ],
      details: """
        Days, ISO weeks and months are those of UTC. A ticket is resolved when it was last \
        resolved, or closed without, as long as it is not open again. In a pipe each line is the \
        day, week or month, the tickets opened and resolved in it, and those that were open at its \
        end. With --explain each line is row, figure and ticket.
        """,
      examples: [
        "support report volume", "support report volume --by month --since 2026-01-01 --csv",
        "support report volume team:tier-1 --by week --svg volume.svg",
      ]
    ) { call, session in
      try session.requireOneForm(call, explain: PeriodParameter.explain)
      let desk = try session.desk()
      let filter = try Filter.parse(words: call[Shared.filter], desk.filterContext)
      let report = try desk.volume(
        try session.buckets(call), filter, explains: call[PeriodParameter.explain]
      ).report
      try session.write(VolumePage(session, desk, filter).output(report), call)
    }
  }
}

/// How the report is written.
private struct VolumePage {
  let session: Session
  let desk: Desk
  let filter: Filter

  init(_ session: Session, _ desk: Desk, _ filter: Filter) {
    (self.session, self.desk, self.filter) = (session, desk, filter)
  }

  func output(_ report: VolumeReport) -> WorkOutput<VolumeReport.Row> {
    let unit = report.buckets.unit
    let fields = [unit.rawValue, "opened", "resolved", "open_at_end"]
    let rows = report.rows
    return WorkOutput(
      json: report.json, fields: ["since", "until", "by", "rows", "tickets"], rows: rows,
      listing: Listing(
        columns: fields.map { field in Column(field) { CSV.value($0.json(unit)[field]) } },
        fields: fields, json: { $0.json(unit) }),
      evidence: report.evidence, chart: chart(report, rows)
    ) { try session.output.table([TableSection(rows)], columns(unit, rows)) }
  }

  private func columns(
    _ unit: TimeBuckets.Unit, _ rows: [VolumeReport.Row]
  ) -> [Column<VolumeReport.Row>] {
    let most = max(rows.map { max($0.opened, $0.resolved) }.max() ?? 0, 1)
    let width = min(max((session.output.width - 50) / 2, 6), 30)
    func bar(_ count: Int) -> String { Bar.text(Double(count) / Double(most), width: width) }
    return [
      Column(unit.rawValue.uppercased(), plain: \.name),
      Column("OPENED", isNumber: true) { "\($0.opened)" },
      Column("", plain: { bar($0.opened) }, shown: { Cell(bar($0.opened), .cyan) }),
      Column("RESOLVED", isNumber: true) { "\($0.resolved)" },
      Column("", plain: { bar($0.resolved) }, shown: { Cell(bar($0.resolved), .green) }),
      Column("OPEN AT END", isNumber: true) { "\($0.openAtEnd)" },
    ]
  }

  private func chart(_ report: VolumeReport, _ rows: [VolumeReport.Row]) -> BarChart {
    let section = BarChart.Section(
      title: "By \(report.buckets.unit.rawValue), in UTC",
      series: ["Opened", "Resolved", "Open at the end"], isTime: true,
      rows: rows.map { row in
        BarChart.Row(row.name, [row.opened, row.resolved, row.openAtEnd])
      })
    return BarChart(
      title: "Tickets opened and resolved", [section], desk: desk.settings.name,
      period: report.buckets.period, filter: filter, at: session.now)
  }
}
