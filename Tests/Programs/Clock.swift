import Foundation

/// How times are written in transcripts and in `SUPPORT_NOW`: RFC 3339 in UTC.
package enum Clock {
  /// What the first command of a session is told the time is; each later one a second more.
  package static let start = "2026-11-20T10:00:00Z"

  package struct NotATime: Error, CustomStringConvertible {
    let text: String, place: String
    package var description: String { "\(place): not a time: '\(text)' (try '@ \(start)')" }
  }

  /// Reads a time, with or without a fraction of a second; `place` is for the error.
  package static func date(_ text: String, at place: String) throws -> Date {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    for style in [Date.ISO8601FormatStyle(), .init(includingFractionalSeconds: true)] {
      if let date = try? style.parse(trimmed) { return date }
    }
    throw NotATime(text: trimmed, place: place)
  }

  /// Writes a time with its milliseconds.
  package static func text(_ date: Date) -> String {
    Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(date)
  }
}
