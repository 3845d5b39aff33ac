import SupportModel

/// One line of a log file, before anybody has decided to believe it.
package struct LogLine: Sendable {
  package var file: LogFile
  /// Counted from 1, or from the place where reading began.
  package var number: Int
  /// Without the newline.
  package var bytes: ArraySlice<UInt8>

  /// Takes bytes apart at their newlines; `end` is the index behind the last one.
  static func split(_ bytes: ArraySlice<UInt8>, of file: LogFile) -> (lines: [LogLine], end: Int) {
    var lines: [LogLine] = []
    var start = bytes.startIndex
    while let newline = bytes[start...].firstIndex(of: 0x0A) {
      lines.append(LogLine(file: file, number: lines.count + 1, bytes: bytes[start..<newline]))
      start = newline + 1
    }
    return (lines, start)
  }

  package func event() throws(EventError) -> Event { try EventLine.decode(bytes) }

  /// The place in its transaction, read off its end without parsing it.
  var part: EventPart? { EventPart(endOf: bytes) }

  /// The record the line is about, read off its front without parsing it: an event begins with
  /// `id`, `at`, `by`, `type` and its subject, none of which needs an escape. Nil when the line
  /// looks otherwise.
  var subject: RecordKey? {
    var quotes: [Int] = []
    quotes.reserveCapacity(20)
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "\\") { return nil }
      guard bytes[place] == UInt8(ascii: "\"") else { continue }
      quotes.append(place)
      if quotes.count == 20 { break }
    }
    guard quotes.count == 20, text(quotes[12], quotes[13]) == "type",
      let kind = RecordKind(rawValue: text(quotes[16], quotes[17]))
    else { return nil }
    return RecordKey(kind, text(quotes[18], quotes[19]))
  }

  /// The record that a damaged line names, as far as can be told: at its front, or else wherever
  /// the member stands that names one.
  var namedRecord: RecordKey? {
    if let subject { return subject }
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() where place + 2 < parts.count && parts[place + 1] == ":"
    {
      if let kind = RecordKind(rawValue: String(part)), kind.isFolded {
        return RecordKey(kind, String(parts[place + 2]))
      }
    }
    return nil
  }

  private func text(_ open: Int, _ close: Int) -> String {
    String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
  }
}
