import SupportModel

extension SLAChart {
  /// The picture as SVG.
  var text: String {
    var svg = SVG(width: Self.width, height: legendY + 56)
    drawTitle(&svg)
    if rows.isEmpty {
      svg.text(
        "Nothing was promised about these tickets.", x: Self.margin, y: Self.firstRow, size: 14,
        fill: Colour.pale)
    } else {
      drawHeads(&svg)
      drawRows(&svg)
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

  private func drawRows(_ svg: inout SVG) {
    for (place, row) in rows.enumerated() {
      draw(row, y: Self.firstRow + place * Self.rowHeight, &svg)
    }
    let right = Self.width - Self.margin
    svg.line(x: Self.margin, y: ruleY, toX: right, toY: ruleY, colour: Colour.rule)
    draw(overall, y: ruleY + 8, isBold: true, &svg)
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
