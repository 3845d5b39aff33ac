import SupportModel

/// Times as people read them.
enum TimeText {
  /// `3h ago`, `in 2d`, `just now`: the largest unit only.
  static func relative(_ time: Instant, to now: Instant) -> String {
    let span = now - time
    // What lies ahead counts its last minute as whole: four hours are four until they are less.
    let seconds =
      span.milliseconds <= -60_000
      ? (-span.milliseconds + 59_999) / 60_000 * 60 : abs(span.milliseconds) / 1000
    let units: [(Int64, String)] = [
      (31_536_000, "y"), (2_592_000, "mo"), (604_800, "w"), (86_400, "d"), (3600, "h"), (60, "m"),
    ]
    guard let (length, unit) = units.first(where: { seconds >= $0.0 }) else { return "now" }
    let amount = "\(seconds / length)\(unit)"
    return span.milliseconds < 0 ? "in \(amount)" : "\(amount) ago"
  }

  /// `2026-11-20 10:00 UTC`
  static func absolute(_ time: Instant) -> String {
    let text = time.description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
  }

  /// Relative on a terminal, exact in a pipe.
  static func short(_ time: Instant?, _ session: Session) -> String {
    guard let time else { return "" }
    return session.output.isTerminal ? relative(time, to: session.now) : time.description
  }
}
