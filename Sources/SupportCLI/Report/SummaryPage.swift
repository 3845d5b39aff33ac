import CommandKit
import SupportDesk
import SupportModel

/// A figure of a summary, as scripts read it.
struct SummaryLine {
  let section: String
  let name: String
  let value: String

  static var listing: Listing<SummaryLine> {
    let fields = ["section", "name", "value"]
    return Listing(
      columns: fields.map { field in Column(field) { CSV.value($0.json[field]) } }, fields: fields,
      json: \.json)
  }

  private var json: JSONObject {
    JSONObject([
      ("section", .string(section)), ("name", .string(name)), ("value", .string(value)),
    ])
  }
}

/// How a summary is written.
struct SummaryPage {
  private let session: Session
  private let desk: Desk
  private let filter: Filter
  private let report: SummaryReport
  private let names: ReportNames

  init(_ session: Session, _ desk: Desk, _ filter: Filter, _ reported: Reported<SummaryReport>) {
    (self.session, self.desk, self.filter) = (session, desk, filter)
    (report, names) = (reported.report, reported.names)
  }

  var output: WorkOutput<SummaryLine> {
    WorkOutput(
      json: report.json(names, desk.settings), fields: SummaryReport.fields, rows: lines,
      listing: SummaryLine.listing, evidence: report.evidence(names), chart: chart, page: show)
  }

  private func shares(_ dimension: ReportDimension) -> [SummaryReport.Share] {
    report.shares(dimension, names, desk.settings)
  }

  // MARK: For scripts

  private var lines: [SummaryLine] {
    let figures = report.figures
    var lines = [
      SummaryLine(section: "open", name: "total", value: "\(figures.count(.open))"),
      SummaryLine(section: "open", name: "unassigned", value: "\(report.unassigned)"),
      SummaryLine(section: "open", name: "overdue", value: "\(figures.count(.overdue))"),
      SummaryLine(
        section: "open", name: "oldest",
        value: report.oldest.map { "\(TicketID(number: $0.number))" } ?? ""),
    ]
    for dimension in SummaryReport.dimensions {
      lines += shares(dimension).map {
        SummaryLine(section: dimension.name, name: $0.name, value: "\($0.tickets)")
      }
    }
    for member in figures.json.members where !["open", "overdue"].contains(member.key) {
      lines.append(
        SummaryLine(section: "period", name: member.key, value: CSV.value(member.value)))
    }
    let rows = report.volume.rows
    lines += rows.map { SummaryLine(section: "opened", name: $0.name, value: "\($0.opened)") }
    lines += rows.map { SummaryLine(section: "resolved", name: $0.name, value: "\($0.resolved)") }
    return lines
  }

  // MARK: For a terminal

  /// Values of a dimension that are shown.
  private static let mostShown = 12

  private func show() throws {
    try session.output.write(opening + "\n")
    let sections = SummaryReport.dimensions.compactMap { dimension in
      section(dimension, shares(dimension))
    }
    try session.output.table(sections, columns)
    try session.output.write(closing.map { $0 + "\n" }.joined())
  }

  private func section(
    _ dimension: ReportDimension, _ shares: [SummaryReport.Share]
  ) -> TableSection<SummaryReport.Share>? {
    if shares.isEmpty || shares.map(\.name) == [ReportNames.none] { return nil }
    var shown = Array(shares.prefix(Self.mostShown))
    let rest = shares.dropFirst(Self.mostShown)
    if !rest.isEmpty {
      shown.append(
        SummaryReport.Share(
          name: "\(rest.count) more", tickets: rest.reduce(0) { $0 + $1.tickets }))
    }
    return TableSection(shown, under: "Open by \(dimension.name)")
  }

  private var columns: [Column<SummaryReport.Share>] {
    let all = Double(max(report.figures.count(.open), 1))
    let width = min(max(session.output.width - 50, 10), 40)
    func bar(_ share: SummaryReport.Share) -> String {
      Bar.text(Double(share.tickets) / all, width: width)
    }
    return [
      Column("", isElastic: true, plain: \.name),
      Column("TICKETS", isNumber: true) { "\($0.tickets)" },
      Column("", plain: bar, shown: { Cell(bar($0), .cyan) }),
    ]
  }

  private var opening: String {
    let figures = report.figures
    var parts = ["\(counted(figures.count(.open), "ticket")) open"]
    if figures.count(.open) > 0 {
      parts += ["\(report.unassigned) unassigned", "\(figures.count(.overdue)) overdue"]
    }
    if let oldest = report.oldest {
      let age = FigureText.span((session.now - oldest.createdAt).seconds)
      parts.append("the oldest, \(TicketID(number: oldest.number)), for \(age)")
    }
    return parts.joined(separator: ", ")
  }

  private var closing: [String] {
    let (figures, rows) = (report.figures, report.volume.rows)
    let period = report.period.text(session.now)
    let width = min(session.output.width - 30, 60)
    func line(_ name: String, _ numbers: [Int], _ count: Int, _ style: Style) -> String {
      let text = Sparkline.text(numbers, width: width)
      return "  " + filled(name, to: 16) + filled("\(count)", to: 7)
        + style.wrap(text, session.output.isColoured)
    }
    func spread(_ name: String, _ figure: WorkFigure) -> String {
      guard let spread = figures.spread(figure) else { return "  " + filled(name, to: 16) + "-" }
      return "  " + filled(name, to: 16)
        + "median \(FigureText.span(spread.median)), 90% within \(FigureText.span(spread.p90))"
    }
    return [
      Style.bold.wrap(FigureText.capitalized(period), session.output.isColoured),
      line("opened", rows.map(\.opened), figures.count(.opened), .cyan),
      line("resolved", rows.map(\.resolved), figures.count(.resolved), .green),
      spread("first response", .firstResponse), spread("resolution", .resolution),
      "  " + filled("rating", to: 16) + RatingText.text(figures),
    ]
  }

  private func filled(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - displayWidth(text)))
  }

  // MARK: As a picture

  private var chart: BarChart {
    var sections = SummaryReport.dimensions.map { dimension in
      BarChart.Section(
        title: "Open by \(dimension.name)", series: ["Open now"],
        rows: shares(dimension).map { BarChart.Row($0.name, [$0.tickets]) })
    }
    sections.append(
      BarChart.Section(
        title: "By \(report.volume.buckets.unit.rawValue), in UTC",
        series: ["Opened", "Resolved", "Open at the end"], isTime: true,
        rows: report.volume.rows.map {
          BarChart.Row($0.name, [$0.opened, $0.resolved, $0.openAtEnd])
        }))
    return BarChart(
      title: "How the desk stands", sections, desk: desk.settings.name, period: report.period,
      filter: filter, at: session.now)
  }
}
