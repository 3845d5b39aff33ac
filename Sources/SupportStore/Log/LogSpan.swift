import Platform

/// A part of a log file, which begins and ends with a line.
struct LogSpan: Sendable {
  var file: LogFile
  /// A byte offset, like `end`; that is nil for the end of the file.
  var from = 0
  var end: Int?
}

extension EventLog {
  /// So much of a part is read first, and so much at once of a long one, in bytes.
  private static let pieces = (first: 16 * 1024, longest: 4 * 1024 * 1024)

  /// Reads a part of the log from its end, in pieces of whole lines, for as long as `body` wants more.
  func visitBackwards(
    _ span: LogSpan, _ body: (ArraySlice<UInt8>) throws -> Bool
  ) throws {
    var end = try span.end ?? FileSystem.statusIfPresent(path(span.file))?.size ?? 0
    var length = Self.pieces.first
    while end > span.from {
      let start = max(span.from, end - length)
      var piece = try bytes(of: span.file, from: start, count: end - start)[...]
      length = max(length, min(2 * length, Self.pieces.longest))
      if start > span.from {
        guard let newline = piece.firstIndex(of: 0x0A), newline + 1 < piece.endIndex else {
          // A line that is longer than that.
          length = 2 * (end - start)
          continue
        }
        piece = piece[(newline + 1)...]
      }
      guard try body(piece) else { return }
      end = start + piece.startIndex
    }
  }
}
