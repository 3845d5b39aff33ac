/// The parts of a word that is written with signs inside, and what it is called as a whole.
///
/// A compound with a digit, a period or an `@` is a code, a number, an address or a file name: it is
/// findable whole. So is a pair with a short half (`e-mail`, `wi-fi`, `log-in`, `O'Brien`, `Q&A`) and
/// an abbreviation (`U.S.A.`). The parts of `boundary-layer` are enough for a phrase.
///
/// In a whole, signs are dropped that people write or leave out at will, so that `ERR-4012` is
/// `err4012` and `e-mail` is `email`; they stay between digits (`2026-11-20`), and the period and
/// the `@` stay everywhere (`v2.3.1`). A comma before other than three digits is a period: `1,5`.
struct Compound {
  /// A run of letters and digits between two signs.
  struct Part {
    private(set) var range: Range<Int>
    private(set) var letters: Range<Int>
    var digits = 0

    /// Begins a part at an offset of the text and at an offset of the folded letters.
    init(start: Int, letters: Int) {
      range = start..<start
      self.letters = letters..<letters
    }

    func ending(at end: Int, letters lettersEnd: Int) -> Part {
      var part = self
      part.range = range.lowerBound..<end
      part.letters = letters.lowerBound..<lettersEnd
      return part
    }

    var isNumber: Bool { digits == letters.count && digits > 0 }
  }

  /// Longer words are cut, the same in a text and in a query: nobody types them, and they would
  /// swell the vocabulary.
  static let longestWord = 64
  private static let mostParts = 8

  var parts: [Part] = []
  var joiners: [UInt8] = []
  var letters: [UInt8] = []
  /// The letters of the whole, while it is handed over.
  var whole: [UInt8] = []

  var hasRoom: Bool { parts.count < Self.mostParts }

  mutating func removeAll() {
    parts.removeAll(keepingCapacity: true)
    joiners.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
  }

  /// Adds letters and digits of ASCII to the part being read.
  mutating func append(ascii run: Slice<UnsafeBufferPointer<UInt8>>, to part: Part) {
    let room = max(Self.longestWord - (letters.count - part.letters.lowerBound), 0)
    for letter in run.prefix(room) { letters.append(letter | 0x20) }
  }

  /// Adds a letter, digit or mark to the part being read.
  mutating func append(_ scalar: Unicode.Scalar, to part: Part) {
    if letters.count - part.letters.lowerBound < Self.longestWord {
      LetterFold.append(scalar, to: &letters)
    }
  }

  /// Whether a part being read is one letter that an apostrophe joins to the next word: not `I'm`.
  func isElided(_ part: Part) -> Bool {
    let letter = letters[part.letters.lowerBound...]
    return letter.count == 1 && part.digits == 0 && letter.first != UInt8(ascii: "i")
  }
}
