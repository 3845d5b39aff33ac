import CommandKit
import SupportDesk
import SupportModel

private let since = Option.text(
  "since", value: "TIME", "Tickets opened since then: 2026-11-01, -30d")
private let until = Option.text("until", value: "TIME", "Tickets opened before then")
private let by = Option.choice(
  "by", value: "DIMENSION", "What the rows are", of: ["priority"], default: "priority")
private let csv = Option.flag("csv", "Write comma-separated values")

/// Says how well the promises were kept.
extension Command where Context == Session {
  static var slaReport: Command {
    Command(
      "report", "Report how well response and resolution times were kept", needs: .desk,
      options: [since, until, by, csv],
      details: """
        Counts tickets by the time they were opened. A clock that still runs and is not late \
        counts neither way. Median and 90th percentile are of the finished clocks, by nearest rank.
        """,
      examples: ["support sla report", "support sla report --since -30d --csv"],
      isCommon: true
    ) { call, session in
      let report = try session.desk().slaReport(
        since: call[since].map { try session.time($0) },
        until: call[until].map { try session.time($0) })
      if call[csv] {
        guard session.output.isText else {
          let other = call.has(CommonOption.format) ? "--format" : "--json"
          throw UsageError.conflictingOptions(["--csv", other], path: session.output.commandPath)
        }
        return try session.output.write(ReportRow.csv(report))
      }
      if case .json = session.output.form {
        return try session.output.show(
          report.json.object ?? JSONObject(), fields: ["by", "since", "until", "rows", "overall"]
        ) { "" }
      }
      let rows = report.rows + (report.rows.isEmpty ? [] : [report.overall])
      try session.output.list(rows.map(ReportRow.init), ReportRow.listing)
    }
  }
}

/// One row of the report, with the figures of two clocks.
private struct ReportRow {
  let row: SLAReportRow

  init(_ row: SLAReportRow) { self.row = row }

  private static let clocks: [(title: String, path: KeyPath<SLAReportRow, SLAFigures> & Sendable)] =
    [
      ("answered", \.firstResponse), ("resolved", \.resolution),
    ]

  static var listing: Listing<ReportRow> {
    Listing(
      columns: [
        Column("PRIORITY") {
          $0.row.name
        } shown: { row in
          Cell(row.row.name, row.row.name == "overall" ? .bold : .plain)
        },
        Column("COUNT", isNumber: true) { "\($0.row.tickets.count)" },
      ]
        + clocks.flatMap { clock in
          [
            Column<ReportRow>(
              clock.title.uppercased(), isNumber: true,
              plain: { percent($0.row[keyPath: clock.path]) },
              shown: { row in
                let figures = row.row[keyPath: clock.path]
                return Cell(percent(figures), style(figures))
              }),
            Column("LATE", isNumber: true) { "\($0.row[keyPath: clock.path].breached.count)" },
            Column("MEDIAN", isNumber: true) { span($0.row[keyPath: clock.path].medianSeconds) },
            Column("P90", isNumber: true) { span($0.row[keyPath: clock.path].p90Seconds) },
          ]
        },
      fields: names,
      json: { row in
        JSONObject(zip(names, values(row.row)).map { ($0, .string($1)) })
      })
  }

  /// What the values of a row are called in CSV and in formats.
  private static let names: [String] = {
    let parts = ["met", "breached", "pending", "compliance", "median_seconds", "p90_seconds"]
    let figures = ["first_response", "resolution"].flatMap { clock in
      parts.map { "\(clock)_\($0)" }
    }
    return ["priority", "tickets"] + figures
  }()

  /// All the figures, as spreadsheets read them.
  static func csv(_ report: SLAReport) -> String {
    ([names] + (report.rows + [report.overall]).map(values))
      .map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func values(_ row: SLAReportRow) -> [String] {
    [row.name, "\(row.tickets.count)"] + clocks.flatMap { values(row[keyPath: $0.path]) }
  }

  private static func values(_ figures: SLAFigures) -> [String] {
    [
      "\(figures.met.count)", "\(figures.breached.count)", "\(figures.pending.count)",
      figures.compliance.map { "\((($0 * 10_000).rounded()) / 10_000)" } ?? "",
      figures.medianSeconds.map(String.init) ?? "", figures.p90Seconds.map(String.init) ?? "",
    ]
  }

  /// `86.3%`, or `-` where nothing was measured.
  private static func percent(_ figures: SLAFigures) -> String {
    guard let compliance = figures.compliance else { return "-" }
    let tenths = Int((compliance * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private static func style(_ figures: SLAFigures) -> Style {
    guard let compliance = figures.compliance else { return .dim }
    return compliance >= 0.95 ? .green : compliance >= 0.8 ? .yellow : .red
  }

  private static func span(_ seconds: Int?) -> String {
    seconds.map { TimeSpan(seconds: $0).description.filter { $0 != " " } } ?? "-"
  }
}
