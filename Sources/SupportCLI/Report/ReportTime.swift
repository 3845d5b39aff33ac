import CommandKit
import SupportDesk
import SupportModel

private let since = Option.text("since", value: "TIME", "Noted since then: 2026-11-01, -30d")
private let until = Option.text("until", value: "TIME", "Noted before then")
private let by = Option.choice(
  "by", value: "DIMENSION", "What the rows are", of: TimeDimension.allCases.map(\.rawValue),
  default: "agent")

/// Says how much time was spent.
extension Command where Context == Session {
  static var reportTime: Command {
    Command(
      "time", "Report the time that was spent on tickets", needs: .desk,
      arguments: [Shared.filter], options: [by, since, until, ReportForm.csv],
      details: """
        Adds up what replies and notes say with --spent, by when they were written, of tickets in \
        whatever status. In a pipe each line is row, seconds, messages and tickets; the last one, \
        `overall`, is their sum, where a ticket counts once.
        """,
      examples: [
        "support report time --since 2026-11-01", "support report time --by customer --csv",
        "support report time --by month team:tier-2",
      ]
    ) { call, session in
      if call[ReportForm.csv], !session.output.isText {
        throw UsageError.conflictingOptions(["--csv", "--json"], path: session.output.commandPath)
      }
      let desk = try session.desk()
      let report = try desk.timeReport(
        call[by].flatMap(TimeDimension.init) ?? .agent, session.period(call),
        Filter.parse(words: call[Shared.filter], desk.filterContext))
      let rows = report.rows.isEmpty ? [] : report.rows.map(TimeLine.init) + [TimeLine(report)]
      if call[ReportForm.csv] {
        try session.output.write(CSV.text(rows, TimeLine.listing))
      } else if session.output.isTerminal, session.output.isText {
        try session.output.table([TableSection(rows)], TimeLine.columns(report.dimension))
      } else {
        try session.output.list(rows, TimeLine.listing)
      }
    }
  }
}

/// A row of the report on its way out.
private struct TimeLine {
  let name: String
  let row: TimeReport.Row

  init(_ row: TimeReport.Row) { (name, self.row) = (row.name ?? "(none)", row) }

  /// The last row.
  init(_ report: TimeReport) { (name, row) = ("overall", report.overall) }

  private var json: JSONObject {
    JSONObject([
      ("row", .string(name)), ("seconds", .integer(Int64(row.seconds))),
      ("messages", .integer(Int64(row.messages))), ("tickets", .integer(Int64(row.tickets))),
    ])
  }

  /// For a pipe and CSV.
  static var listing: Listing<TimeLine> {
    let fields = ["row", "seconds", "messages", "tickets"]
    return Listing(
      columns: fields.map { field in Column(field) { CSV.value($0.json[field]) } },
      fields: fields, json: \.json)
  }

  /// For a terminal.
  static func columns(_ dimension: TimeDimension) -> [Column<TimeLine>] {
    [
      Column(dimension.rawValue.uppercased(), isElastic: true) { $0.name },
      Column("TIME", isNumber: true) { TimeSpan(seconds: $0.row.seconds).exact },
      Column("MESSAGES", isNumber: true) { "\($0.row.messages)" },
      Column("TICKETS", isNumber: true) { "\($0.row.tickets)" },
    ]
  }
}

extension Session {
  fileprivate func period(_ call: Call) throws -> SLAPeriod {
    let period = SLAPeriod(since: try call[since].map(time), until: try call[until].map(time))
    if let start = period.since, let end = period.until, end <= start {
      throw UsageError.invalidValue(
        of: "--until", value: call[until] ?? "", expected: "a time after --since",
        nearest: [], path: output.commandPath)
    }
    return period
  }
}
