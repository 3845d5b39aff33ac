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
  let dimension: SLADimension
  /// Those that are drawn; none where nothing was promised about any ticket.
  let rows: [SLAReportRow]
  let overall: SLAReportRow
  /// Those that there is no room for.
  let leftOut: ArraySlice<SLAReportRow>
  /// Those with something to show, a panel each.
  let clocks: [SLAReportClock]
  let subtitle: String
  let asOf: String

  /// More rows than this are no picture any more.
  private static let mostRows = 60

  /// `filter` is what picked the tickets; empty where nothing did.
  init(
    _ report: SLAReport, _ rows: [SLAReportRow], desk: String, filter: String = "", at now: Instant
  ) {
    dimension = report.dimension
    overall = report.overall
    clocks = SLAReportClock.promised.filter { [overall] in !overall[$0].isEmpty }
    // Of a long time the latest part, of anything else the first rows.
    let surplus = max(0, rows.count - Self.mostRows)
    let (early, late) = (rows.dropLast(surplus), rows.dropFirst(surplus))
    self.rows = clocks.isEmpty ? [] : Array(dimension.isTime ? late : early)
    leftOut = clocks.isEmpty ? [] : dimension.isTime ? rows.prefix(surplus) : rows.suffix(surplus)
    let tickets = counted(overall.tickets, "ticket")
    let opened = "\(tickets) opened \(report.period.text ?? "so far")"
    subtitle = [desk, opened, filter].filter { !$0.isEmpty }.joined(separator: " · ")
    asOf = "As of \(TimeText.absolute(now))."
  }

  // MARK: Measures, in pixels

  static let width = 960
  static let margin = 32
  static let counts = 52
  static let firstRow = 128
  static let rowHeight = 26
  static let barHeight = 14
  /// Room for `100.0%` and `12345/12345` behind a bar.
  static let figures = 112
  static let gap = 20

  enum Colour {
    static let ink = "#1f2933"
    static let pale = "#616e7c"
    static let rule = "#cbd2d9"
    static let track = "#e9edf1"
    static let good = "#2f855a"
    static let fair = "#d69e2e"
    static let poor = "#c53030"
  }

  /// Three panels leave less room for names.
  var names: Int { clocks.count > 2 ? 150 : 230 }

  /// Where the first panel begins.
  var panels: Int { Self.margin + names + Self.counts + Self.gap }

  var panelWidth: Int {
    (Self.width - Self.margin - panels + Self.gap) / max(clocks.count, 1)
  }

  var barWidth: Int { panelWidth - Self.gap - Self.figures }

  /// The line below the rows, above the overall one.
  var ruleY: Int { Self.firstRow + rows.count * Self.rowHeight + 4 }

  var legendY: Int {
    ruleY + (rows.isEmpty ? 40 : Self.rowHeight + 40) + (leftOut.isEmpty ? 0 : Self.rowHeight)
  }
}
