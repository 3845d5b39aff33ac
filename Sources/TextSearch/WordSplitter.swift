/// Splits a text into words after Unicode Standard Annex 29, in one pass over its UTF-8.
///
/// What a help desk needs beyond the annex: case and accents are folded, a possessive `'s` is cut,
/// scripts without spaces become pairs of letters, and a compound keeps its whole (see `Compound`).
package struct WordSplitter {
  let bytes: UnsafeBufferPointer<UInt8>
  var cursor = 0
  var position = 0
  /// The parts joined so far, their folded letters and what joins them; kept to be used again.
  var compound = Compound()

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// All words of a text in order, each whole before its parts.
  package static func words(in text: String) -> [Word] {
    var words: [Word] = []
    forEachWord(in: text) { words.append($0) }
    return words
  }

  /// Calls `body` with each word of a text in order, each whole before its parts.
  package static func forEachWord(in text: String, _ body: (Word) -> Void) {
    forEachSplitWord(in: text) { body(Word($0)) }
  }

  /// The same without making a string of each.
  static func forEachSplitWord(in text: String, _ body: (SplitWord) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var splitter = WordSplitter(bytes)
      splitter.split(body)
    }
  }

  private mutating func split(_ body: (SplitWord) -> Void) {
    while cursor < bytes.count {
      switch scalarClass(at: cursor) {
      case .letter, .digit: splitCompound(body)
      case .unspaced: splitUnspaced(body)
      case .mark, .ignored, .other: cursor += width(at: cursor)
      }
    }
  }

  /// Reads parts for as long as something joins them, then hands them over.
  private mutating func splitCompound(_ body: (SplitWord) -> Void) {
    compound.removeAll()
    readPart()
    while compound.hasRoom, let joiner = joiner() {
      compound.joiners.append(joiner.sign)
      cursor += joiner.width
      readPart()
    }
    if cursor < bytes.count,
      bytes[cursor] == UInt8(ascii: "#") || bytes[cursor] == UInt8(ascii: "+")
    {
      readLanguageSign()
    }
    compound.forEachWord(at: position, body)
    position += compound.parts.count
  }

  /// Goes past the signs of `C++` and `C#`, which are all that tells them from a letter.
  private mutating func readLanguageSign() {
    guard compound.parts.count == 1, compound.letters.count == 1, compound.parts[0].digits == 0,
      let width = languageSign()
    else { return }
    compound.letters.append(contentsOf: bytes[cursor..<cursor + width])
    cursor += width
    compound.parts[0] = compound.parts[0].ending(at: cursor, letters: compound.letters.count)
  }

  /// Reads letters and digits up to something that is neither, folding them on the way.
  private mutating func readPart() {
    var part = Compound.Part(start: cursor, letters: compound.letters.count)
    readASCII(into: &part)
    while cursor < bytes.count {
      if let width = apostrophe() {
        guard readApostrophe(width, in: part) else { break }
      } else if bytes[cursor] >= 0x80 {
        guard readScalar(into: &part) else { break }
      } else {
        break
      }
      readASCII(into: &part)
    }
    compound.parts.append(part.ending(at: cursor, letters: compound.letters.count))
  }

  /// Reads the letters and digits of ASCII, most of all text, in one go.
  private mutating func readASCII(into part: inout Compound.Part) {
    let start = cursor
    while cursor < bytes.count {
      switch bytes[cursor] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"): part.digits += 1
      default:
        compound.append(ascii: bytes[start..<cursor], to: part)
        return
      }
      cursor += 1
    }
    compound.append(ascii: bytes[start..<cursor], to: part)
  }

  /// Reads a scalar beyond ASCII; false where it does not belong to the part.
  private mutating func readScalar(into part: inout Compound.Part) -> Bool {
    let scalar = scalar(at: cursor)
    switch ScalarClass(scalar) {
    case .letter, .mark: compound.append(scalar, to: part)
    case .digit:
      part.digits += 1
      compound.append(scalar, to: part)
    case .ignored: break
    case .unspaced, .other: return false
    }
    cursor += width(at: cursor)
    return true
  }

  /// Goes past an apostrophe inside a word (`don't`); false where it ends a part: after a possessive,
  /// at a closing quote, and after a single letter (`O'Brien`, `l'avion`), where it joins two.
  private mutating func readApostrophe(_ width: Int, in part: Compound.Part) -> Bool {
    let next = cursor + width
    guard isLetter(at: next), !compound.isElided(part) else { return false }
    if bytes[next] | 0x20 == UInt8(ascii: "s"), !isWord(at: next + 1) {
      cursor = next + 1
      return false
    }
    if let last = compound.letters.last, isDigit(last) { return false }
    compound.letters.append(UInt8(ascii: "'"))
    cursor = next
    return true
  }

  /// Reads a run of an unspaced script into overlapping pairs of letters; one alone stays single.
  private mutating func splitUnspaced(_ body: (SplitWord) -> Void) {
    var previous: Range<Int>?
    var current = readUnspacedLetter()
    while cursor < bytes.count, scalarClass(at: cursor) == .unspaced {
      previous = current
      current = readUnspacedLetter()
      emitUnspaced((previous ?? current).lowerBound..<current.upperBound, body)
    }
    if previous == nil { emitUnspaced(current, body) }
  }

  private mutating func readUnspacedLetter() -> Range<Int> {
    let start = cursor
    cursor += width(at: cursor)
    while cursor < bytes.count, [.mark, .ignored].contains(scalarClass(at: cursor)) {
      cursor += width(at: cursor)
    }
    return start..<cursor
  }

  private mutating func emitUnspaced(_ range: Range<Int>, _ body: (SplitWord) -> Void) {
    let letters = UnsafeBufferPointer(rebasing: bytes[cut(range)])
    body(SplitWord(letters: letters, range: range, position: position))
    position += 1
  }

  /// The scalars of a range up to the length of the longest word.
  private func cut(_ range: Range<Int>) -> Range<Int> {
    guard range.count > Compound.longestWord else { return range }
    var end = range.lowerBound + Compound.longestWord
    while bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }
}
