import SupportModel

/// The figures of a report as people read them.
enum FigureText {
  /// `86.3%`, or `-` where nothing was measured.
  static func percent(_ figures: SLAFigures) -> String {
    guard let tenths = figures.compliance(in: 1000) else { return "-" }
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// `45s`, `19m`, `4h59m`, `152h`: seconds of working time in its largest units, rounded down.
  static func span(_ seconds: Int?) -> String {
    guard let seconds else { return "-" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    if hours >= 100 { return "\(hours)h" }
    if hours > 0 { return minutes == 0 ? "\(hours)h" : "\(hours)h\(padded(minutes, to: 2))m" }
    return minutes > 0 ? "\(minutes)m" : "\(seconds)s"
  }

  /// How good a compliance is; the chart has the same steps.
  static func style(_ figures: SLAFigures) -> Style {
    guard let compliance = figures.compliance else { return .dim }
    return compliance >= 0.95 ? .green : compliance >= 0.8 ? .yellow : .red
  }

  /// `First response`
  static func heading(_ clock: SLAReportClock) -> String { capitalized(clock.title) }

  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension SLAMeasurement.Result {
  /// As people read it, and as columns of figures are named.
  var word: String {
    switch self {
    case .met: "met"
    case .breached: "late"
    case .pending: "pending"
    }
  }
}
