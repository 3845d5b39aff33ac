/// A piece of ours in somebody else's text file, between two lines that say whose it is. Taking it
/// out again leaves the file byte for byte as it was.
struct FencedText: Hashable, Sendable {
  private let begin: [UInt8]
  private let end: [UInt8]
  private let piece: [UInt8]

  private static let newline = UInt8(ascii: "\n")

  /// `name` tells the fences of several desks apart.
  init(_ name: String, _ lines: [String]) {
    let (begin, end) = ("# >>> support git setup\(name)", "# <<< support git setup\(name)")
    self.begin = Array(begin.utf8)
    self.end = Array(end.utf8)
    piece = Array(([begin] + lines + [end]).joined(separator: "\n").utf8)
  }

  /// The text with the piece behind its first `count` lines, or at its end. What stood between the
  /// fences before is replaced.
  func put(into text: [UInt8], afterLines count: Int = Int.max) -> [UInt8] {
    let text = taken(outOf: text) ?? text
    var place = 0
    var left = count
    while left > 0, place < text.count {
      place = text[place...].firstIndex(of: Self.newline).map { $0 + 1 } ?? text.count
      left -= 1
    }
    // A last line without an end gets none by us either: the newline in front goes away again.
    let isOpen = place > 0 && text[place - 1] != Self.newline
    return text[..<place] + (isOpen ? [Self.newline] + piece : piece + [Self.newline])
      + text[place...]
  }

  /// The text without the piece; nil where it is not in it.
  func taken(outOf text: [UInt8]) -> [UInt8]? {
    var lines = text.split(separator: Self.newline, omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(of: begin[...]),
      let last = lines[first...].firstIndex(of: end[...])
    else { return nil }
    lines.removeSubrange(first...last)
    return Array(lines.joined(separator: [Self.newline]))
  }
}
