/// How many columns a terminal gives to a text: wide East Asian characters and emoji take two,
/// combining marks none.
package func displayWidth(_ text: some StringProtocol) -> Int {
  let bytes = text.utf8
  if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

func displayWidth(_ character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  switch first.properties.generalCategory {
  case .control, .format, .nonspacingMark, .enclosingMark: return 0
  default: break
  }
  let isEmoji =
    first.properties.isEmojiPresentation
    || character.unicodeScalars.contains("\u{FE0F}")
  return isEmoji || wideRanges.contains { $0.contains(first.value) } ? 2 : 1
}

/// The blocks of Wide and Fullwidth characters in Unicode's EastAsianWidth.txt.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
  0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
  0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
]

extension String {
  /// The text filled up with blanks to a number of columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth(self)))
  }
}
