import SupportModel

/// One row and clock of a simulation: the present on the left, the proposal on the right.
struct ComparisonLine {
  let name: String
  let clock: SLAReportClock
  let present: SLAFigures
  let proposed: SLAFigures

  private init(_ row: SLAComparison, _ clock: SLAReportClock) {
    (name, self.clock) = (row.name, clock)
    (present, proposed) = (row.present[clock], row.proposed[clock])
  }

  static func byRow(_ rows: [SLAComparison]) -> [ComparisonLine] {
    rows.flatMap { row in SLAReportClock.promised.map { ComparisonLine(row, $0) } }
  }

  static func byClock(_ rows: [SLAComparison]) -> [TableSection<ComparisonLine>] {
    SLAReportClock.promised.compactMap { clock in
      let lines = rows.map { ComparisonLine($0, clock) }
      guard lines.contains(where: { !$0.present.isEmpty || !$0.proposed.isEmpty }) else {
        return nil
      }
      return TableSection(lines, under: FigureText.heading(clock))
    }
  }
}

extension ComparisonLine {
  static func shown(_ dimension: SLADimension) -> [Column<ComparisonLine>] {
    [Column(dimension.rawValue.uppercased(), isElastic: true) { $0.name }]
      + side("NOW", \.present) + side("NEW", \.proposed)
      + [
        Column("CHANGE", isNumber: true) {
          $0.change
        } shown: { line in
          Cell(line.change, line.changeStyle)
        }
      ]
  }

  private static func side(
    _ title: String, _ figures: KeyPath<ComparisonLine, SLAFigures>
  ) -> [Column<ComparisonLine>] {
    [
      Column(title, isNumber: true) {
        FigureText.percent($0[keyPath: figures])
      } shown: {
        Cell(
          FigureText.percent($0[keyPath: figures]), FigureText.style($0[keyPath: figures]))
      },
      Column("LATE", isNumber: true) { "\($0[keyPath: figures].breached)" },
      Column("MEDIAN", isNumber: true) { FigureText.span($0[keyPath: figures].spread?.median) },
    ]
  }

  /// In tenths of a hundredth.
  private var difference: Int? {
    guard let before = present.compliance(in: 1000), let after = proposed.compliance(in: 1000)
    else { return nil }
    return after - before
  }

  /// `+8.8`, in points of a hundred.
  private var change: String {
    guard let difference, difference != 0 else { return "" }
    let tenths = abs(difference)
    return "\(difference < 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"
  }

  private var changeStyle: Style { (difference ?? 0) < 0 ? .red : .green }

  /// The columns of a pipe after `row`.
  var plain: [String] {
    [name, clock.rawValue] + Self.plain(present) + Self.plain(proposed)
  }

  private static func plain(_ figures: SLAFigures) -> [String] {
    [
      "\(figures.met)", "\(figures.breached)", "\(figures.pending)",
      figures.compliance.map { "\($0)" } ?? "", figures.spread.map { "\($0.median)" } ?? "",
    ]
  }
}
