import CommandKit
import SupportDesk
import SupportModel

private let since = Option.text("since", value: "TIME", "Noted since then: 2026-11-01, -30d")
private let until = Option.text("until", value: "TIME", "Noted before then")
private let by = Option.choice(
  "by", value: "DIMENSION", "What the rows are", of: TimeDimension.allCases.map(\.rawValue),
  default: "agent")
private let csv = Option.flag("csv", "Write comma-separated values")

/// Says how much time was spent.
extension Command where Context == Session {
  static var reportTime: Command {
    Command(
      "time", "Report the time that was spent on tickets", needs: .desk,
      arguments: [Shared.filter], options: [by, since, until, csv],
      details: """
        Adds up what replies and notes say with --spent, by when they were written, of tickets in \
        whatever status. In a pipe each line is row, seconds, messages and tickets; the last one, \
        `all`, is their sum, where a ticket counts once.
        """,
      examples: [
        "support report time --since 2026-11-01", "support report time --by customer --csv",
        "support report time --by month team:tier-2",
      ]
    ) { call, session in
      if call[csv], !session.output.isText {
        throw UsageError.conflictingOptions(["--csv", "--json"], path: session.output.commandPath)
      }
      let desk = try session.desk()
      let report = try desk.timeReport(
        call[by].flatMap(TimeDimension.init) ?? .agent, session.period(call),
        Filter.parse(words: call[Shared.filter], desk.filterContext))
      let rows = report.rows.isEmpty ? [] : report.rows.map(TimeLine.init) + [TimeLine(report)]
      if call[csv] {
        try session.output.write(
          ([["row", "seconds", "messages", "tickets"]] + rows.map(\.values)).map(CSV.line).joined())
      } else {
        try session.output.list(rows, TimeLine.listing(report.dimension, session))
      }
    }
  }
}

/// A row of the report on its way out.
private struct TimeLine {
  let name: String
  let row: TimeReport.Row

  init(_ row: TimeReport.Row) { (name, self.row) = (row.name ?? "none", row) }

  /// The last row.
  init(_ report: TimeReport) { (name, row) = ("all", report.overall) }

  var values: [String] { [name, "\(row.seconds)", "\(row.messages)", "\(row.tickets)"] }

  static func listing(_ dimension: TimeDimension, _ session: Session) -> Listing<TimeLine> {
    let isShown = session.output.isTerminal
    return Listing(
      columns: [
        Column(dimension.rawValue.uppercased(), isElastic: true) { $0.name },
        Column("TIME", isNumber: true) {
          isShown ? TimeSpan(seconds: $0.row.seconds).exact : "\($0.row.seconds)"
        },
        Column("MESSAGES", isNumber: true) { "\($0.row.messages)" },
        Column("TICKETS", isNumber: true) { "\($0.row.tickets)" },
      ],
      fields: ["row", "seconds", "messages", "tickets"]
    ) { line in
      JSONObject([
        ("row", .string(line.name)), ("seconds", .integer(Int64(line.row.seconds))),
        ("messages", .integer(Int64(line.row.messages))),
        ("tickets", .integer(Int64(line.row.tickets))),
      ])
    }
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
