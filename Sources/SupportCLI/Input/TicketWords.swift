import CommandKit
import Platform
import SupportModel

extension Session {
  /// The ticket references of a command; `-` stands for those on standard input, one a word.
  func references(_ words: [String]) throws -> [String] {
    try words.flatMap { word in
      guard word == "-" else { return [word] }
      let text = String(decoding: try StandardStream.readInput(), as: UTF8.self)
      return text.split { $0.isWhitespace || $0 == "\0" }.map(String.init)
    }
  }

  /// A point in time as people type it.
  func time(_ text: String) throws -> Instant {
    try time(text, such: "2026-11-20, 2026-11-20T10:00Z or -7d")
  }

  /// The same, with examples for those who type it wrong.
  func time(_ text: String, such examples: String) throws -> Instant {
    if let time = Instant(text) { return time }
    if text == "now" { return now }
    if text.hasPrefix("-"), let span = TimeSpan(text.dropFirst()) { return now - span }
    if text.hasPrefix("+"), let span = TimeSpan(text.dropFirst()) { return now + span }
    throw Refusal.invalid(field: "time", value: text, expected: examples)
  }

  /// How long the work took, as people type it.
  func timeSpent(_ call: Call) throws -> TimeSpan? {
    try call[Shared.spent].map { text in
      guard let span = TimeSpent.parse(text) else {
        throw Refusal.invalid(
          field: "time spent", value: text, expected: "15m, 1h30m or -5m, at most 24h")
      }
      return span
    }
  }
}
