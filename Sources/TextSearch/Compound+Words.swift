extension Compound {
  /// Calls `body` with the whole, if it is findable, and then with each part.
  mutating func forEachWord(at position: Int, _ body: (SplitWord) -> Void) {
    if parts.count > 1 { emitWhole(at: position, body) }
    letters.withUnsafeBufferPointer { letters in
      for (index, part) in parts.enumerated() {
        let text = UnsafeBufferPointer(rebasing: letters[part.letters])
        body(SplitWord(letters: text, range: part.range, position: position + index))
      }
    }
  }

  private mutating func emitWhole(at position: Int, _ body: (SplitWord) -> Void) {
    guard isCode || isPair || isAbbreviation, let first = parts.first, let last = parts.last else {
      return
    }
    whole.removeAll(keepingCapacity: true)
    whole.append(contentsOf: letters[first.letters])
    for (joiner, part) in zip(joiners, parts.dropFirst()) {
      if keeps(joiner, before: part) {
        whole.append(joiner == UInt8(ascii: ",") ? UInt8(ascii: ".") : joiner)
      }
      whole.append(contentsOf: letters[part.letters])
    }
    guard whole.count <= Self.longestWord else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    whole.withUnsafeBufferPointer {
      body(SplitWord(letters: $0, range: range, position: position, span: parts.count))
    }
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
    case UInt8(ascii: "@"), UInt8(ascii: "+"): true
    case UInt8(ascii: ","): part.letters.count != 3
    case UInt8(ascii: "."): !isAbbreviation
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"):
      isDigit(before: part.letters.lowerBound) && isDigit(before: part.letters.lowerBound + 1)
    default: false
    }
  }

  private func isDigit(before offset: Int) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letters[offset - 1])
  }
}
