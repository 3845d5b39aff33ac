import Foundation

/// How times are written in transcripts and in `SUPPORT_NOW`: RFC 3339 in UTC.
enum Clock {
  struct NotATime: Error, CustomStringConvertible {
    let text: String, place: String
    var description: String { "\(place): not a time: '\(text)' (try '@ \(Session.start)')" }
  }

  /// Reads a time, with or without a fraction of a second; `place` is for the error.
  static func date(_ text: String, at place: String) throws -> Date {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    for style in [Date.ISO8601FormatStyle(), .init(includingFractionalSeconds: true)] {
      if let date = try? style.parse(trimmed) { return date }
    }
    throw NotATime(text: trimmed, place: place)
  }

  /// Writes a time with its milliseconds.
  static func text(_ date: Date) -> String {
    Date.ISO8601FormatStyle(includingFractionalSeconds: true).format(date)
  }
}
