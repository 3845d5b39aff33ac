import SupportModel

/// Numbers as a picture: sections one below the other, each with a bar for every row and series.
///
///     title
///     desk, period, filter
///     Section            Opened            Resolved
///     2026-11-19         ██████ 12         ███ 6
///     ...
///     as of
struct BarChart {
  struct Row {
    let name: String
    /// One for each series of the section.
    let values: [Int]

    init(_ name: String, _ values: [Int]) { (self.name, self.values) = (name, values) }
  }

  struct Section {
    let title: String
    let series: [String]
    /// Whether the rows follow one another in time: of too many the latest are drawn.
    var isTime = false
    let rows: [Row]

    /// Those that are drawn.
    var drawn: [Row] {
      Array(isTime ? rows.suffix(BarChart.mostRows) : rows.prefix(BarChart.mostRows))
    }
    var leftOut: Int { rows.count - drawn.count }
    /// The largest number, by which bars are scaled.
    var most: Int { max(drawn.flatMap(\.values).max() ?? 0, 1) }
  }

  let title: String
  let subtitle: String
  /// Those that have rows.
  let sections: [Section]
  let asOf: String

  /// More rows than this are no picture any more.
  fileprivate static let mostRows = 60

  init(
    title: String, _ sections: [Section], desk: String, period: ClosedPeriod, filter: Filter,
    at now: Instant
  ) {
    self.title = title
    subtitle = [desk, period.text(now), filter.expression.description].filter { !$0.isEmpty }
      .joined(separator: " · ")
    self.sections = sections.filter { !$0.rows.isEmpty }
    asOf = "As of \(TimeText.absolute(now))."
  }

  // MARK: Measures, in pixels

  private static let width = 960
  private static let margin = 32
  private static let names = 200
  private static let firstSection = 112
  private static let rowHeight = 22
  private static let barHeight = 14
  /// Above the rows of a section: its heading, and the space before it.
  private static let headHeight = 52
  /// Room for a number behind a bar.
  private static let figures = 70

  private static let fills = ["#2b6cb0", "#2f855a", "#975a16"]
  private typealias Colour = SLAChart.Colour

  /// The picture as SVG.
  var text: String {
    let height = sections.reduce(Self.firstSection) { $0 + Self.height($1) }
    var svg = SVG(width: Self.width, height: height + 56)
    let room = Self.width - 2 * Self.margin
    svg.text(title, x: Self.margin, y: 48, size: 24, fill: Colour.ink, isBold: true)
    svg.text(
      SVG.fitted(subtitle, to: room, size: 14), x: Self.margin, y: 74, size: 14,
      fill: Colour.pale)
    var y = Self.firstSection
    for section in sections {
      draw(section, y: y, &svg)
      y += Self.height(section)
    }
    let foot = sections.isEmpty ? "There are no such tickets. \(asOf)" : asOf
    svg.text(foot, x: Self.margin, y: y + 24, size: 12, fill: Colour.pale)
    return svg.text
  }

  private static func height(_ section: Section) -> Int {
    headHeight + (section.drawn.count + (section.leftOut > 0 ? 1 : 0)) * rowHeight
  }

  private func draw(_ section: Section, y: Int, _ svg: inout SVG) {
    let left = Self.margin + Self.names
    let panel = (Self.width - Self.margin - left) / section.series.count
    svg.text(
      section.title, x: Self.margin, y: y + 28, size: 14, fill: Colour.ink, isBold: true)
    for (place, name) in section.series.enumerated() {
      svg.text(name, x: left + place * panel, y: y + 28, size: 12, fill: Colour.pale)
    }
    for (place, row) in section.drawn.enumerated() {
      let top = y + Self.headHeight - 12 + place * Self.rowHeight
      svg.text(
        SVG.fitted(row.name, to: Self.names - 12, size: 13), x: Self.margin,
        y: top + Self.barHeight - 2, size: 13, fill: Colour.ink)
      for (number, value) in row.values.enumerated() {
        let name = "\(row.name), \(section.series[number]): \(value)"
        let part = Double(value) / Double(section.most)
        svg.group(name) { svg in
          draw(value, part, x: left + number * panel, y: top, width: panel, number, &svg)
        }
      }
    }
    guard section.leftOut > 0 else { return }
    svg.text(
      "\(counted(section.leftOut, "more row")) not shown", x: Self.margin,
      y: y + Self.headHeight - 2 + section.drawn.count * Self.rowHeight, size: 12,
      fill: Colour.pale)
  }

  private func draw(
    _ value: Int, _ part: Double, x: Int, y: Int, width: Int, _ series: Int, _ svg: inout SVG
  ) {
    let room = Double(width - Self.figures)
    // What is more than nothing is seen.
    let length = value > 0 ? max(2, part * room) : 0
    svg.box(
      x: x, y: y, width: length, height: Self.barHeight,
      fill: Self.fills[series % Self.fills.count])
    svg.text(
      "\(value)", x: x + Int(length) + 6, y: y + Self.barHeight - 2, size: 12, fill: Colour.ink)
  }
}
