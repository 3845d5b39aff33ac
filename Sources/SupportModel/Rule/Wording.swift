/// A word or phrase that a rule looks for in what was said: whole words in any case; `refund*` is
/// any word that begins so.
package struct Wording: Hashable, Sendable {
  package let text: String
  private let words: [String]
  private let isBeginning: Bool
  /// For scripts that put no space between words: the letters, wherever they stand.
  private let letters: Needle?

  /// Nil for a text without a word.
  package init?(_ text: String) {
    self.text = text
    isBeginning = text.hasSuffix("*")
    words = Said.words(text)
    guard !words.isEmpty else { return nil }
    letters = text.unicodeScalars.contains { $0.value >= Said.unspaced } ? Needle(text) : nil
  }

  func stands(in said: Said) -> Bool {
    if let letters { return letters.occurs(in: said.text) }
    guard said.words.count >= words.count else { return false }
    return (0...said.words.count - words.count).contains { start in
      words.indices.allSatisfy { place in
        let word = said.words[start + place]
        let mayGoOn = isBeginning && place == words.count - 1
        return mayGoOn ? word.hasPrefix(words[place]) : word == words[place]
      }
    }
  }
}

/// What an event says: a new subject and a new message, as words.
package struct Said: Sendable {
  /// From here on, scripts such as Thai, Chinese and Japanese put no space between words.
  static let unspaced: UInt32 = 0x0E00

  let text: String
  let words: [String]

  init(_ patch: Patch) {
    let parts = [patch.set["subject"]?.string, patch.message?["body"]?.string]
    text = parts.compactMap(\.self).joined(separator: "\n")
    words = Self.words(text)
  }

  /// The words of a text in lower case. An apostrophe belongs to its word: don't.
  static func words(_ text: String) -> [String] {
    plainWords(text)
      ?? text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "\u{2019}") }
      .map { String($0.map { $0 == "\u{2019}" ? "'" : $0 }) }
  }

  /// The same of a text that is plain ASCII; nil for another. To ask of each character what it is takes
  /// twenty times as long.
  private static func plainWords(_ text: String) -> [String]? {
    var text = text.lowercased()
    return text.withUTF8 { bytes in
      guard isASCII(bytes) else { return nil }
      var (words, start): ([String], Int) = ([], 0)
      for place in 0...bytes.count {
        if place < bytes.count, isOfWord(bytes[place]) { continue }
        if start < place {
          words.append(String(ascii: UnsafeBufferPointer(rebasing: bytes[start..<place])))
        }
        start = place + 1
      }
      return words
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x30...0x39 ~= byte || byte == UInt8(ascii: "'")
  }
}
