import CommandKit
import Platform
import SupportModel

/// Says how far something has come that takes longer than a second: one line on standard error, on
/// a terminal only, drawn anew a few times a second and gone when it is done.
///
///     changing tickets  ███████▌            38%  38,112 of 100,000  0:12 left
final class Progress {
  private let title: String
  private let output: Output
  private let isShown: Bool
  private let start = WallClock.monotonicNanoseconds()
  private var drawnAt: Int64?

  /// What takes less goes by unseen, in nanoseconds.
  private static let patience: Int64 = 1_000_000_000
  private static let interval: Int64 = 100_000_000
  /// Moves to the beginning of the line and clears it.
  private static let clear = "\r\u{1B}[2K"

  init(_ title: String, _ output: Output) {
    (self.title, self.output) = (title, output)
    isShown = output.mayDraw
  }

  /// A total that is not known is nil. It may be called as often as one likes, from one thread.
  func update(_ done: Int, of total: Int?) {
    guard isShown else { return }
    let now = WallClock.monotonicNanoseconds()
    guard now - (drawnAt ?? start + Self.patience - Self.interval) >= Self.interval else { return }
    drawnAt = now
    let line = Self.line(
      title, done, of: total, after: Double(now - start) / 1e9, width: output.width - 1)
    output.draw(Self.clear + line)
  }

  /// Takes the line away.
  func finish() {
    guard drawnAt != nil else { return }
    drawnAt = nil
    output.draw(Self.clear)
  }

  /// The line after so many seconds, in at most `width` columns.
  static func line(
    _ title: String, _ done: Int, of total: Int?, after seconds: Double, width: Int
  ) -> String {
    guard let total, total > 0 else { return cut("\(title)  \(grouped(done))", to: width) }
    let part = min(1, Double(done) / Double(total))
    let percent = "\(Int(part * 100))%"
    var facts = String(repeating: " ", count: 4 - percent.count) + percent
    facts += "  \(grouped(done)) of \(grouped(total))"
    if part > 0.02 { facts += "  \(clock(seconds / part - seconds)) left" }
    let room = min(30, width - displayWidth(title) - facts.count - 4)
    guard room >= 5 else { return cut("\(title) \(facts)", to: width) }
    let bar = Bar.text(part, width: room)
    return title + "  " + bar + String(repeating: " ", count: room - bar.count) + "  " + facts
  }

  /// `38,112`
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.indices.map { place in
      (place > 0 && (digits.count - place) % 3 == 0 ? "," : "") + String(digits[place])
    }.joined()
  }

  /// `0:12`, `1:02:03`
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    let tail = padded(whole % 60, to: 2)
    return hours > 0 ? "\(hours):\(padded(minutes, to: 2)):\(tail)" : "\(minutes):\(tail)"
  }
}
