import CommandKit
import SupportDesk
import SupportModel

/// Which tickets the reports of the desk's work are about.
enum PeriodParameter {
  static let since = Option.text(
    "since", value: "TIME", "What happened since then: 2026-11-01, -90d",
    default: "30 days, or 12 weeks or months")
  static let until = Option.text(
    "until", value: "TIME", "What happened before then", default: "now")
  static let by = Option.choice(
    "by", value: "UNIT", "Count by day, ISO week or month, in UTC",
    of: TimeBuckets.Unit.allCases.map(\.rawValue), default: "day")
  static let explain = Option.flag("explain", "List the tickets behind each figure")
}

extension Session {
  /// The period of a report; without `--since` whole days, weeks or months.
  func period(_ call: Call, _ unit: TimeBuckets.Unit) throws -> ClosedPeriod {
    // What happens in this moment is in it.
    let end = try call[PeriodParameter.until].map(time) ?? now + TimeSpan(milliseconds: 1)
    let start = try call[PeriodParameter.since].map(time) ?? unit.usualStart(until: end)
    guard start < end else {
      throw UsageError.invalidValue(
        of: "--until", value: call[PeriodParameter.until] ?? "now",
        expected: "a time after --since", nearest: [], path: output.commandPath)
    }
    return ClosedPeriod(since: start, until: end)
  }

  func buckets(_ call: Call) throws -> TimeBuckets {
    let unit = call[PeriodParameter.by].flatMap(TimeBuckets.Unit.init) ?? .day
    guard let buckets = TimeBuckets(unit, of: try period(call, unit)) else {
      throw UsageError.invalidValue(
        of: "--since", value: call[PeriodParameter.since] ?? "",
        expected: "a time from which on there are at most \(TimeBuckets.most) \(unit.rawValue)s",
        nearest: [], path: output.commandPath)
    }
    return buckets
  }
}

extension ClosedPeriod {
  /// `since 2026-11-01`, or `from 2026-10-01 up to 2026-11-01` where it is over.
  func text(_ now: Instant) -> String {
    SLAPeriod(since: since, until: until > now ? nil : until).text ?? ""
  }
}

/// A report of the desk's work, as each command writes its own.
struct WorkOutput<Row> {
  let json: JSONObject
  let fields: [String]
  let rows: [Row]
  /// The columns of a pipe, of CSV and of formats, which are a contract.
  let listing: Listing<Row>
  let evidence: [ReportEvidence]
  let chart: BarChart
  /// What a terminal shows.
  let page: () throws -> Void
}

extension Session {
  func write<Row>(_ report: WorkOutput<Row>, _ call: Call) throws {
    if let file = call[ReportForm.svg] {
      try write(chart: report.chart.text, to: file)
      if file == "-" { return }
    }
    let explains = call[PeriodParameter.explain]
    switch output.form {
    case .json: try output.show(report.json, fields: report.fields) { "" }
    case .text where call[ReportForm.csv] && explains:
      try output.write(CSV.text(report.evidence, EvidenceRow.listing))
    case .text where call[ReportForm.csv]: try output.write(CSV.text(report.rows, report.listing))
    case _ where explains:
      try output.startPager(self)
      try output.list(report.evidence, EvidenceRow.listing)
    case .text where output.isTerminal:
      try output.startPager(self)
      try report.page()
    default: try output.list(report.rows, report.listing)
    }
  }
}

/// A ticket behind a figure, as `--explain` lists them.
private enum EvidenceRow {
  static var listing: Listing<ReportEvidence> {
    Listing(
      columns: ReportEvidence.fields.map { field in Column(field) { CSV.value($0.json[field]) } },
      fields: ReportEvidence.fields, json: \.json)
  }
}

extension CSV {
  /// Rows under a line with the names of their columns.
  static func text<Row>(_ rows: [Row], _ listing: Listing<Row>) -> String {
    ([listing.columns.map(\.title)] + rows.map { row in listing.columns.map { $0.plain(row) } })
      .map(line).joined()
  }
}
