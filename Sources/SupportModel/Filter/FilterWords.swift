/// Joins the words of a command line to a filter's text.
///
/// A shell eats quotes: `subject:"reset password"` arrives as one word with a space in it. Such a
/// word is one value, `subject:"reset password"`, and without a field one phrase. A word that has
/// quotes or parentheses of its own, or a known `field:` after a space, is filter text already.
package enum FilterWords {
  package static func joined(_ words: [String]) -> String {
    words.map(term).joined(separator: " ")
  }

  /// A value as a flag takes it, `--status "on hold"`: in quotes where it has spaces or parentheses
  /// and no quotes of its own.
  static func value(_ text: String) -> String {
    let needsQuotes = text.utf8.contains(where: FilterText.endsWord)
    return needsQuotes && !text.utf8.contains(UInt8(ascii: "\"")) ? FilterText.quoted(text) : text
  }

  private static func term(_ word: String) -> String {
    let bytes = Array(word.utf8)
    let pieces = bytes.split(whereSeparator: FilterText.isSpace).map(Array.init)
    guard !pieces.isEmpty else { return "\"\"" }
    let isText =
      pieces.count == 1 || bytes.contains { "\"()".utf8.contains($0) }
      || pieces.dropFirst().contains(where: isTerm)
    if isText { return word }

    var start = bytes.prefix { $0 == UInt8(ascii: "-") }.count
    if let name = FilterText.name(at: start, in: bytes), name.upperBound + 1 < bytes.count,
      !FilterText.isSpace(bytes[name.upperBound + 1])
    {
      start = name.upperBound + 1
      while start < bytes.count, "<>=".utf8.contains(bytes[start]) { start += 1 }
    }
    return String(decoding: bytes[..<start], as: UTF8.self)
      + FilterText.quoted(String(decoding: bytes[start...], as: UTF8.self))
  }

  private static func isTerm(_ piece: [UInt8]) -> Bool {
    let start = piece.prefix { $0 == UInt8(ascii: "-") }.count
    guard let range = FilterText.name(at: start, in: piece) else { return false }
    let name = String(decoding: piece[range], as: UTF8.self)
    return FilterField(name) != nil || ["is", "has", "sort"].contains(name.lowercased())
  }
}
