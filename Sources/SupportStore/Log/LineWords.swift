/// The words of a line that single spaces part, taken one after the other. Every command reads the
/// mark, and every list the manifest of the index: no word is a string before it has to be.
struct LineWords {
  private var rest: ArraySlice<UInt8>
  /// Whether nothing follows the word that was taken last.
  private(set) var isAtEnd = false

  init(_ line: ArraySlice<UInt8>) { rest = line }

  /// Nil behind the last word.
  mutating func next() -> ArraySlice<UInt8>? {
    guard !isAtEnd else { return nil }
    guard let space = rest.firstPlace(of: UInt8(ascii: " ")) else {
      isAtEnd = true
      return rest
    }
    defer { rest = rest[(space + 1)...] }
    return rest[..<space]
  }

  mutating func text() -> String? { next().map { String(decoding: $0, as: UTF8.self) } }

  /// The last word, with the spaces in it.
  mutating func restOfLine() -> String? {
    guard !isAtEnd else { return nil }
    isAtEnd = true
    return String(decoding: rest, as: UTF8.self)
  }

  /// Nil for a word that is no number in decimal digits, or one that is too large.
  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
    guard let word = next() else { return nil }
    let isNegative = Number.isSigned && word.first == UInt8(ascii: "-")
    let digits = isNegative ? word.dropFirst() : word
    guard !digits.isEmpty else { return nil }
    var number: Number = 0
    for digit in digits {
      guard case 0x30...0x39 = digit else { return nil }
      let (tens, isTooMuch) = number.multipliedReportingOverflow(by: 10)
      let value = Number(digit - 0x30)
      let (sum, isOver) =
        isNegative ? tens.subtractingReportingOverflow(value) : tens.addingReportingOverflow(value)
      guard !isTooMuch, !isOver else { return nil }
      number = sum
    }
    return number
  }
}
