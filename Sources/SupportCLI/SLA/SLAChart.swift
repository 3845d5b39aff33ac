import SupportModel

/// A report as a picture: a row of bars for each row, a panel for each clock.
///
///     title
///     desk, tickets, period
///                  tickets   First response        Next response        Resolution
///     critical          12   ██████ 86.3% 44/51    ...                  ...
///     overall          214   ...
///     legend
struct SLAChart {
  private let dimension: SLADimension
  private let rows: [SLAReportRow]
  private let overall: SLAReportRow
  private let leftOut: ArraySlice<SLAReportRow>
  private let clocks: [SLAReportClock]
  private let subtitle: String
  private let asOf: String

  /// More rows than this are no picture any more.
  private static let mostRows = 60

  /// `filter` is what picked the tickets; empty where nothing did.
  init(
    _ report: SLAReport, _ rows: [SLAReportRow], desk: String, filter: String = "", at now: Instant
  ) {
    dimension = report.dimension
    overall = report.overall
    // Of a long time the latest part, of anything else the first rows.
    let surplus = max(0, rows.count - Self.mostRows)
    self.rows = Array(dimension.isTime ? rows.dropFirst(surplus) : rows.dropLast(surplus))
    leftOut = dimension.isTime ? rows.prefix(surplus) : rows.suffix(surplus)
    clocks = SLAReportClock.promised.filter { [overall] in !overall[$0].isEmpty }
    let tickets = counted(overall.tickets, "ticket")
    let opened = "\(tickets) opened \(report.period.text ?? "so far")"
    subtitle = [desk, opened, filter].filter { !$0.isEmpty }.joined(separator: " · ")
    asOf = "As of \(TimeText.absolute(now))."
  }

  // MARK: Measures

  private static let width = 960
  private static let margin = 32
  private static let counts = 52
  private static let firstRow = 128
  private static let rowHeight = 26
  private static let barHeight = 14
  /// Room for `100.0%` and `12345/12345` behind a bar.
  private static let figures = 112
  private static let gap = 20

  private enum Colour {
    static let ink = "#1f2933"
    static let pale = "#616e7c"
    static let rule = "#cbd2d9"
    static let track = "#e9edf1"
    static let good = "#2f855a"
    static let fair = "#d69e2e"
    static let poor = "#c53030"
  }

  /// Three panels leave less room for names.
  private var names: Int { clocks.count > 2 ? 150 : 230 }

  private var panels: Int { Self.margin + names + Self.counts + Self.gap }

  private var panelWidth: Int {
    (Self.width - Self.margin - panels + Self.gap) / max(clocks.count, 1)
  }

  private var barWidth: Int { panelWidth - Self.gap - Self.figures }

  /// The line below the rows, above the overall one.
  private var ruleY: Int { Self.firstRow + rows.count * Self.rowHeight + 4 }

  private var legendY: Int {
    ruleY + (rows.isEmpty ? 40 : Self.rowHeight + 40) + (leftOut.isEmpty ? 0 : Self.rowHeight)
  }

  // MARK: Drawing

  var text: String {
    var svg = SVG(width: Self.width, height: legendY + 56)
    drawTitle(&svg)
    if rows.isEmpty || clocks.isEmpty {
      svg.text(
        "Nothing was promised about these tickets.", x: Self.margin, y: Self.firstRow, size: 14,
        fill: Colour.pale)
    } else {
      drawHeads(&svg)
    }
    for (place, row) in rows.enumerated() {
      draw(row, y: Self.firstRow + place * Self.rowHeight, &svg)
    }
    if !rows.isEmpty {
      let right = Self.width - Self.margin
      svg.line(x: Self.margin, y: ruleY, toX: right, toY: ruleY, colour: Colour.rule)
      draw(overall, y: ruleY + 8, isBold: true, &svg)
    }
    drawLegend(&svg)
    return svg.text
  }

  private func drawTitle(_ svg: inout SVG) {
    let room = Self.width - 2 * Self.margin
    svg.text(
      "Service levels by \(dimension.rawValue)", x: Self.margin, y: 48, size: 24, fill: Colour.ink,
      isBold: true)
    svg.text(
      SVG.fitted(subtitle, to: room, size: 14), x: Self.margin, y: 74, size: 14, fill: Colour.pale)
  }

  private func drawHeads(_ svg: inout SVG) {
    let y = Self.firstRow - 16
    svg.text(
      "Tickets", x: Self.margin + names + Self.counts, y: y, size: 12, fill: Colour.pale,
      anchor: .end)
    for (place, clock) in clocks.enumerated() {
      svg.text(
        FigureText.heading(clock), x: panels + place * panelWidth, y: y, size: 14,
        fill: Colour.ink, isBold: true)
    }
  }

  private func draw(_ row: SLAReportRow, y: Int, isBold: Bool = false, _ svg: inout SVG) {
    let base = y + Self.barHeight - 2
    svg.text(
      SVG.fitted(row.name, to: names, size: 13), x: Self.margin, y: base, size: 13,
      fill: Colour.ink, isBold: isBold)
    svg.text(
      "\(row.tickets)", x: Self.margin + names + Self.counts, y: base, size: 12,
      fill: Colour.pale, anchor: .end)
    for (place, clock) in clocks.enumerated() {
      let x = panels + place * panelWidth
      draw(row[clock], name: "\(row.name), \(clock.title)", x: x, y: y, isBold: isBold, &svg)
    }
  }

  private func draw(
    _ figures: SLAFigures, name: String, x: Int, y: Int, isBold: Bool, _ svg: inout SVG
  ) {
    if let compliance = figures.compliance {
      // Where all were late, a sliver says so.
      let length = max(2, compliance * Double(barWidth))
      svg.group("\(name): \(Self.sentence(figures))") { svg in
        svg.box(x: x, y: y, width: Double(barWidth), height: Self.barHeight, fill: Colour.track)
        svg.box(x: x, y: y, width: length, height: Self.barHeight, fill: Self.colour(figures))
      }
    }
    let base = y + Self.barHeight - 2
    svg.text(
      FigureText.percent(figures), x: x + barWidth + 54, y: base, size: 12, fill: Colour.ink,
      isBold: isBold, anchor: .end)
    guard figures.measured > 0 else { return }
    svg.text(
      "\(figures.met)/\(figures.measured)", x: x + barWidth + 60, y: base, size: 11,
      fill: Colour.pale)
  }

  private func drawLegend(_ svg: inout SVG) {
    if !leftOut.isEmpty {
      let tickets = leftOut.reduce(0) { $0 + $1.tickets }
      svg.text(
        "\(counted(leftOut.count, "more row")) with \(counted(tickets, "ticket")) not shown",
        x: Self.margin, y: legendY - 24, size: 12, fill: Colour.pale)
    }
    var x = Self.margin
    for (colour, label) in [
      (Colour.good, "95% and more"), (Colour.fair, "80% and more"), (Colour.poor, "less than 80%"),
    ] {
      svg.box(x: x, y: legendY - 10, width: 12, height: 12, fill: colour)
      svg.text(label, x: x + 18, y: legendY, size: 12, fill: Colour.pale)
      x += 124
    }
    svg.text(
      "In time, of all clocks that were stopped or late; what still runs in time is not counted. \(asOf)",
      x: Self.margin, y: legendY + 24, size: 12, fill: Colour.pale)
  }

  private static func colour(_ figures: SLAFigures) -> String {
    switch FigureText.style(figures) {
    case .green: Colour.good
    case .yellow: Colour.fair
    default: Colour.poor
    }
  }

  /// `44 met, 7 late, 1 pending; median 19m, 90th percentile 2h10m, worst 4h59m`
  private static func sentence(_ figures: SLAFigures) -> String {
    let counts = "\(figures.met) met, \(figures.breached) late, \(figures.pending) pending"
    guard let spread = figures.spread else { return counts }
    return counts + "; median \(FigureText.span(spread.median)), 90th percentile "
      + "\(FigureText.span(spread.p90)), worst \(FigureText.span(spread.worst))"
  }
}
