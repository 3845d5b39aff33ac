/// One line of expected output, which may hold `[..]` for anything, and `(esc)` and `(no-eol)` at
/// its end.
struct ExpectedLine {
  /// The line as the transcript spells it.
  let text: String

  /// Whether it stands for any number of lines.
  var isAnyLines: Bool { text == "..." }

  func matches(_ printed: PrintedLine) -> Bool {
    var rest = text[...]
    let isEnded = !rest.drop(suffix: " (no-eol)")
    let isEscaped = rest.drop(suffix: " (esc)")
    guard isEnded == printed.isEnded else { return false }
    let pieces = rest.split(separator: "[..]", omittingEmptySubsequences: false)
      .map { isEscaped ? Self.unescaped($0) : Array($0.utf8) }
    return Self.match(pieces, printed.bytes[...])
  }

  /// Whether the bytes are the pieces in their order with anything in between.
  private static func match(_ pieces: [[UInt8]], _ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return bytes.elementsEqual(pieces.first ?? [])
    }
    guard bytes.starts(with: first), bytes.count >= first.count + last.count,
      bytes.suffix(last.count).elementsEqual(last)
    else { return false }
    var rest = bytes.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  /// The bytes that a text with `\xHH`, `\t`, `\r`, `\e` and `\\` stands for.
  private static func unescaped(_ text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text
    while let next = rest.popFirst() {
      guard next == "\\", let code = rest.popFirst() else {
        bytes += Array(next.utf8)
        continue
      }
      switch code {
      case "x":
        bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
        rest.removeFirst(min(2, rest.count))
      case "t": bytes.append(9)
      case "r": bytes.append(13)
      case "e": bytes.append(27)
      default: bytes += Array(code.utf8)
      }
    }
    return bytes
  }
}

extension Substring {
  /// Takes a suffix off; false when it is not there.
  fileprivate mutating func drop(suffix: String) -> Bool {
    guard hasSuffix(suffix) else { return false }
    removeLast(suffix.count)
    return true
  }
}
