import SupportModel

/// A row of a report with all its figures side by side, as spreadsheets and formats read it.
struct ReportRecord {
  private static let figures = [
    "met", "breached", "pending", "compliance", "median_seconds", "p90_seconds", "worst_seconds",
  ]

  /// `priority`, `tickets`, `reopened`, `first_response_met`, ...
  static func fields(_ dimension: SLADimension) -> [String] {
    [dimension.rawValue, "tickets", "reopened"]
      + SLAReportClock.allCases.flatMap { clock in figures.map { "\(clock.rawValue)_\($0)" } }
  }

  static func listing(_ dimension: SLADimension) -> Listing<SLAReportRow> {
    Listing(columns: [], fields: fields(dimension)) { record($0, dimension) }
  }

  static func csv(_ rows: [SLAReportRow], _ dimension: SLADimension) -> String {
    let fields = fields(dimension)
    let lines = rows.map { row in
      let record = record(row, dimension)
      return fields.map { CSV.value(record[$0]) }
    }
    return ([fields] + lines).map(CSV.line).joined()
  }

  private static func record(_ row: SLAReportRow, _ dimension: SLADimension) -> JSONObject {
    var record = JSONObject([
      (dimension.rawValue, .string(row.name)), ("tickets", .integer(Int64(row.tickets))),
      ("reopened", .integer(Int64(row.reopened))),
    ])
    for clock in SLAReportClock.allCases {
      let json = row[clock].json
      for figure in figures { record["\(clock.rawValue)_\(figure)"] = json[figure] }
    }
    return record
  }
}
