/// The piece of a text that shows best why it answers a query.
package struct Snippet: Hashable, Sendable {
  /// The piece on one line, with `…` where the text was cut.
  package let text: String
  /// What the query asked for, as rising, separate, half-open ranges of UTF-8 offsets in `text`.
  package let marks: [Range<Int>]

  /// Takes about `length` characters of a text, cut between words, where the most different words
  /// of the query are close together; the beginning, if there are none.
  ///
  /// With a field's name, words that the query wants in another field are not looked for.
  package init(of text: String, for query: Query, field: String? = nil, length: Int = 160) {
    var highlighter = Highlighter(query, field: field, length: length)
    self = highlighter.snippet(of: text)
  }

  fileprivate init(of text: String, _ matches: inout QueryMatches, length: Int) {
    let line = SnippetLine(text)
    let matches = matches.matches(in: line.words)
    let window = SnippetWindow(in: line, around: matches, length: length)
    self.init(line, window.range, matches.map(\.range))
  }

  private init(_ line: SnippetLine, _ range: Range<Int>, _ matches: [Range<Int>]) {
    let opening = range.lowerBound > 0 ? "…" : ""
    let closing = range.upperBound < line.bytes.count ? "…" : ""
    text = opening + String(decoding: line.bytes[range], as: UTF8.self) + closing
    let shift = opening.utf8.count - range.lowerBound
    marks = Self.merged(
      matches.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
        .map { $0.lowerBound + shift..<$0.upperBound + shift })
  }

  /// The text with each mark changed by `highlight`, and what is between by `plain`.
  package func rendered(
    plain: (String) -> String = { $0 }, highlight: (String) -> String
  ) -> String {
    let bytes = Array(text.utf8)
    func piece(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var (result, end) = ("", 0)
    for mark in marks {
      result += plain(piece(end..<mark.lowerBound)) + highlight(piece(mark))
      end = mark.upperBound
    }
    return result + plain(piece(end..<bytes.count))
  }

  /// Ranges in order, those that touch or overlap made one.
  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

/// Makes the snippets of many texts for one query.
package struct Highlighter {
  private var matches: QueryMatches
  private let length: Int

  package init(_ query: Query, field: String? = nil, length: Int) {
    (matches, self.length) = (QueryMatches(query, field: field), length)
  }

  package mutating func snippet(of text: String) -> Snippet {
    Snippet(of: text, &matches, length: length)
  }
}
