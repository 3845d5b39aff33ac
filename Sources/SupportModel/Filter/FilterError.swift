/// Why a text is not a filter, and where in it.
package struct FilterError: Error, Equatable {
  package enum Fact: Equatable, Sendable {
    // A word is not known.
    case unknownField(String, near: [String])
    case unknownValue(kind: String, word: String, near: [String])
    case badID(String)
    case badDate(String)
    case badNumber(String)
    /// A range whose end comes before its start, or that has neither.
    case badRange(String)
    /// `<`, `>` or a range of something that has no order.
    case noOrder(field: String)
    /// `me`, where the one who asks is not somebody whom the field could name.
    case noSelf

    // The text is not built as a filter is.
    /// Nothing after `field:`, or nothing between quotes.
    case emptyValue
    case emptyGroup
    /// `or`, `and` or `-` without something to join or negate.
    case danglingOperator(String)
    case unbalancedParenthesis
    case unterminatedQuote
    /// Text that hangs on a closing quote.
    case textAfterQuote
    /// A negated sort key.
    case negatedSort
    case tooDeep(limit: Int)
    /// In bytes of UTF-8.
    case tooLong(limit: Int, actual: Int)
  }

  package var fact: Fact
  package var text: String
  /// Where the fault begins in the text, in characters.
  package var offset: Int
  /// How many characters it covers; 0 where something is missing.
  package var length: Int
}

extension FilterError {
  /// The text with a line of carets under the fault: two lines of at most `width` columns, with
  /// control characters made harmless.
  package func picture(width: Int = 76) -> String {
    let total = text.count
    let fits = total <= width || offset + length < width
    let start = fits ? 0 : max(0, min(offset - 8, total - width + 1))
    var shown = text.dropFirst(start).prefix(width).map(Self.oneColumn)
    if start + width < total { shown[shown.count - 1] = "…" }
    if start > 0 { shown[0] = "…" }
    let column = offset - start
    let carets = max(1, min(length, width - column))
    return String(shown) + "\n" + String(repeating: " ", count: column)
      + String(repeating: "^", count: carets)
  }

  private static func oneColumn(_ character: Character) -> Character {
    if character.isWhitespace { return " " }
    let isHarmful = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    let isInvisible = character.unicodeScalars.first?.properties.generalCategory == .format
    return isHarmful || isInvisible || character.utf8.count > 32 ? "\u{FFFD}" : character
  }
}

/// The text of a filter as it is read: bytes to walk, and places turned into characters for errors.
struct FilterSource {
  /// In bytes of UTF-8.
  static let longest = 65_536

  let text: String
  let bytes: [UInt8]

  init(_ text: String) throws(FilterError) {
    (self.text, bytes) = (text, Array(text.utf8))
    guard bytes.count > Self.longest else { return }
    throw error(.tooLong(limit: Self.longest, actual: bytes.count), Self.longest..<bytes.count)
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func error(_ fact: FilterError.Fact, _ range: Range<Int>) -> FilterError {
    FilterError(
      fact: fact, text: text, offset: string(0..<range.lowerBound).count,
      length: string(range).count)
  }
}
