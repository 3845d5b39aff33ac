/// Words to find in a text in any case; a space in them is any white space in the text.
package struct Needle: Hashable, Sendable {
  /// In lower case, with single spaces between words.
  package let text: String

  /// Nil for a text without words.
  package init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return nil }
    self.text = words.joined(separator: " ").lowercased()
  }

  package func occurs(in haystack: String) -> Bool {
    var haystack = haystack
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    guard isPlain else {
      // Character by character, so that both spellings of an accented letter are the same.
      let words = haystack.split(whereSeparator: \.isWhitespace)
      return words.joined(separator: " ").lowercased().contains(text)
    }
    return haystack.withUTF8 { bytes in
      var copy = text
      return copy.withUTF8 { Self.occurs($0, in: bytes) }
    }
  }

  private static func occurs(
    _ needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let first = needle[0]
    for start in haystack.indices
    where lower(haystack[start]) == first && matches(needle, in: haystack, at: start) {
      return true
    }
    return false
  }

  private static func matches(
    _ needle: UnsafeBufferPointer<UInt8>, in haystack: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    var place = start
    for byte in needle {
      guard place < haystack.count else { return false }
      if byte == 0x20 {
        guard FilterText.isSpace(haystack[place]) else { return false }
        while place < haystack.count, FilterText.isSpace(haystack[place]) { place += 1 }
      } else {
        guard lower(haystack[place]) == byte else { return false }
        place += 1
      }
    }
    return true
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
