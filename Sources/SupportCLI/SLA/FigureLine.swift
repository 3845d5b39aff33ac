import SupportModel

/// One row and clock of a report: a line of a table, or of a pipe.
struct FigureLine {
  let name: String
  let tickets: Int
  let clock: SLAReportClock
  let figures: SLAFigures
  let spread: SLASpread?

  init(_ row: SLAReportRow, _ clock: SLAReportClock) {
    (name, tickets, self.clock) = (row.name, row.tickets, clock)
    figures = row[clock]
    spread = figures.spread
  }

  /// Row by row, as scripts read them; the last row is the overall one.
  static func byRow(_ rows: [SLAReportRow]) -> [FigureLine] {
    rows.flatMap { row in row.clocks.map { FigureLine(row, $0) } }
  }

  /// Clock by clock, for eyes that compare rows; without the clocks that have nothing to show.
  static func byClock(_ rows: [SLAReportRow]) -> [TableSection<FigureLine>] {
    SLAReportClock.allCases.compactMap { clock in
      let shown = rows.filter { $0.clocks.contains(clock) }
      guard shown.contains(where: { !$0[clock].isEmpty }) else { return nil }
      return TableSection(
        shown.map { FigureLine($0, clock) }, under: FigureText.heading(clock))
    }
  }
}

extension FigureLine {
  /// The columns of a pipe, which are a contract. Times are seconds.
  static func plain(_ dimension: SLADimension) -> Listing<FigureLine> {
    Listing(
      columns: [
        Column(dimension.rawValue) { $0.name },
        Column("clock") { $0.clock.rawValue },
        Column("tickets") { "\($0.tickets)" },
        Column("met") { "\($0.figures.met)" },
        Column("breached") { "\($0.figures.breached)" },
        Column("pending") { "\($0.figures.pending)" },
        Column("compliance") { $0.figures.compliance.map { "\($0)" } ?? "" },
        Column("median") { $0.spread.map { "\($0.median)" } ?? "" },
        Column("p90") { $0.spread.map { "\($0.p90)" } ?? "" },
        Column("worst") { $0.spread.map { "\($0.worst)" } ?? "" },
      ], fields: [], json: { _ in JSONObject() })
  }

  /// The columns on a terminal; bars take what figures leave.
  static func shown(_ dimension: SLADimension, width: Int) -> [Column<FigureLine>] {
    let barWidth = min(max(width - 72, 6), 30)
    return [
      Column(dimension.rawValue.uppercased(), isElastic: true) { $0.name },
      Column("IN TIME") {
        $0.bar(barWidth)
      } shown: {
        Cell($0.bar(barWidth), FigureText.style($0.figures))
      },
      Column("", isNumber: true) {
        FigureText.percent($0.figures)
      } shown: {
        Cell(FigureText.percent($0.figures), FigureText.style($0.figures))
      },
      Column("MET", isNumber: true) { "\($0.figures.met)" },
      Column("LATE", isNumber: true) { "\($0.figures.breached)" },
      Column("PENDING", isNumber: true) { "\($0.figures.pending)" },
      Column("MEDIAN", isNumber: true) { FigureText.span($0.spread?.median) },
      Column("P90", isNumber: true) { FigureText.span($0.spread?.p90) },
      Column("WORST", isNumber: true) { FigureText.span($0.spread?.worst) },
    ]
  }

  private func bar(_ width: Int) -> String {
    figures.compliance.map { Bar.text($0, width: width) } ?? ""
  }
}
