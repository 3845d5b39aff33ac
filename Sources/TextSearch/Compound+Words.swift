extension Compound {
  /// Calls `body` with the whole, if it is findable, and then with each part.
  func forEachWord(at position: Int, _ body: (Word) -> Void) {
    if parts.count > 1, let whole = whole(at: position) { body(whole) }
    for (index, part) in parts.enumerated() {
      let text = String(decoding: letters[part.letters], as: UTF8.self)
      body(Word(text: text, range: part.range, position: position + index))
    }
  }

  private func whole(at position: Int) -> Word? {
    guard isCode || isPair || isAbbreviation, let first = parts.first, let last = parts.last else {
      return nil
    }
    var text = Array(letters[first.letters])
    for (joiner, part) in zip(joiners, parts.dropFirst()) {
      if keeps(joiner, before: part) { text.append(joiner) }
      text += letters[part.letters]
    }
    guard text.count <= Self.longestWord else { return nil }
    return Word(
      text: String(decoding: text, as: UTF8.self),
      range: first.range.lowerBound..<last.range.upperBound,
      position: position, span: parts.count)
  }

  private var isCode: Bool {
    parts.contains { $0.digits > 0 } || joiners.contains(UInt8(ascii: "."))
      || joiners.contains(UInt8(ascii: "@"))
  }

  private var isPair: Bool {
    parts.count == 2 && parts.contains { $0.letters.count <= 3 }
  }

  private var isAbbreviation: Bool {
    parts.allSatisfy { $0.letters.count == 1 && $0.digits == 0 }
  }

  private func keeps(_ joiner: UInt8, before part: Part) -> Bool {
    switch joiner {
    case UInt8(ascii: "@"): true
    case UInt8(ascii: "."): !isAbbreviation
    case UInt8(ascii: "-"), UInt8(ascii: "_"):
      isDigit(before: part.letters.lowerBound) && isDigit(before: part.letters.lowerBound + 1)
    default: false
    }
  }

  private func isDigit(before offset: Int) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letters[offset - 1])
  }
}
