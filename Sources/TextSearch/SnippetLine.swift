/// A text on one line, with its words.
struct SnippetLine {
  /// UTF-8 with each run of spaces, line ends and controls made one space, and none at the ends.
  let bytes: [UInt8]
  /// The words, each whole before its parts.
  let words: [Word]

  init(_ text: String) {
    var line: [UInt8] = []
    line.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte > 0x20, byte != 0x7F {
        line.append(byte)
      } else if let last = line.last, last != 0x20 {
        line.append(0x20)
      }
    }
    if line.last == 0x20 { line.removeLast() }
    bytes = line
    words = WordSplitter.words(in: String(decoding: line, as: UTF8.self))
  }

  /// The number of Unicode scalars in a range.
  func width(_ range: Range<Int>) -> Int {
    bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  /// The longest beginning of what follows an offset that has at most `length` characters.
  func prefix(from start: Int, length: Int) -> Range<Int> {
    let rest = String(decoding: bytes[start...].prefix(length * 32), as: UTF8.self)
    return start..<min(start + rest.prefix(length).utf8.count, bytes.count)
  }
}
