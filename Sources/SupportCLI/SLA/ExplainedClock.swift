import SupportModel

/// A line of `sla report --explain`: a clock behind a figure, or what stands between those.
struct ExplainedClock {
  private enum Content {
    case clock(SLACounted)
    /// So many clocks left out.
    case gap(Int)
  }

  private let row: String
  private let clock: SLAReportClock
  private let content: Content

  /// The clocks of each row, the late ones first. Of each figure at most `limit` are shown, and
  /// those that are its median, 90th percentile and worst.
  static func sections(
    _ rows: [SLAReportRow], limit: Int? = nil
  ) -> [TableSection<ExplainedClock>] {
    rows.flatMap { row in
      row.clocks.filter { !row[$0].isEmpty }.map { clock in
        TableSection(
          lines(row, clock, limit: limit), under: "\(row.name), \(summary(clock, row[clock]))")
      }
    }
  }

  private static func lines(
    _ row: SLAReportRow, _ clock: SLAReportClock, limit: Int?
  ) -> [ExplainedClock] {
    let all = row[clock].explained
    let shown = all.enumerated().filter { place, counted in
      limit.map { place < $0 } ?? true || !counted.marks.isEmpty
    }
    let left = all.count - shown.count
    let contents = shown.map { Content.clock($0.element) } + (left > 0 ? [.gap(left)] : [])
    return contents.map { ExplainedClock(row: row.name, clock: clock, content: $0) }
  }

  /// `first response: 50.0% in time, 1 late, 1 met, 0 pending`
  private static func summary(_ clock: SLAReportClock, _ figures: SLAFigures) -> String {
    let percent = figures.measured > 0 ? "\(FigureText.percent(figures)) in time, " : ""
    return "\(clock.title): \(percent)\(figures.breached) late, \(figures.met) met, "
      + "\(figures.pending) pending"
  }

  private var counted: SLACounted? {
    if case .clock(let counted) = content { counted } else { nil }
  }

  // MARK: For scripts

  static func fields(_ dimension: SLADimension) -> [String] {
    [
      dimension.rawValue, "clock", "result", "id", "number", "elapsed_seconds", "target_seconds",
      "due_at", "met_at", "marks",
    ]
  }

  private func record(_ dimension: SLADimension) -> JSONObject {
    var record = JSONObject([
      (dimension.rawValue, .string(row)), ("clock", .string(clock.rawValue)),
    ])
    for member in counted?.json.members ?? [] { record[member.key] = member.value }
    return record
  }

  static func csv(_ rows: [SLAReportRow], _ dimension: SLADimension) -> String {
    let fields = fields(dimension)
    let lines = sections(rows).flatMap(\.rows).map { line in
      let record = line.record(dimension)
      return fields.map { CSV.value(record[$0]) }
    }
    return ([fields] + lines).map(CSV.line).joined()
  }

  /// Tab-separated columns, the same values as in CSV, and records for formats.
  static func plain(_ dimension: SLADimension) -> Listing<ExplainedClock> {
    let fields = fields(dimension)
    return Listing(
      columns: fields.map { field in
        Column(field) { line in
          if case .gap(let count) = line.content, field == "result" { return "\(count) left out" }
          return CSV.value(line.record(dimension)[field])
        }
      }, fields: fields, json: { $0.record(dimension) })
  }

  // MARK: For a terminal

  static var shown: [Column<ExplainedClock>] {
    [
      Column("TICKET", plain: \.title),
      Column("RESULT", plain: \.result) { line in
        Cell(line.result, line.counted?.measurement.result == .breached ? .red : .plain)
      },
      Column("TOOK", isNumber: true, plain: { $0.span(\.elapsedSeconds) }),
      Column("TARGET", isNumber: true, plain: { $0.span(\.targetSeconds) }),
      Column("OVER", isNumber: true, plain: \.over),
      Column("NOTE", isElastic: true, plain: \.note),
    ]
  }

  private var title: String {
    guard let counted else { return "..." }
    return "\(counted.ticket)" + (counted.number.map { " #\($0)" } ?? "")
  }

  private var result: String { counted?.measurement.result.word ?? "" }

  private func span(_ seconds: (SLAMeasurement) -> Int) -> String {
    counted.map { TimeSpan(seconds: seconds($0.measurement)).exact } ?? ""
  }

  /// By how much a late clock missed its target.
  private var over: String {
    guard let measurement = counted?.measurement, measurement.isBreached else { return "" }
    return TimeSpan(seconds: measurement.elapsedSeconds - measurement.targetSeconds).exact
  }

  private var note: String {
    switch content {
    case .gap(let count): return "\(count) left out, -n shows more"
    case .clock(let counted):
      return counted.marks.map(\.rawValue).joined(separator: ", ")
    }
  }
}
