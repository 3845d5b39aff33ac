/// What the steps of the stemmer ask about a word and do to its end.
extension EnglishStemmer {
  func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  func ends(with ending: String) -> Bool {
    word.count >= ending.utf8.count && word.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// The first ending of a list that the word has; lists go from long to short.
  func ending(among endings: [String]) -> String? {
    endings.first(where: ends(with:))
  }

  /// Where the stem before an ending stops.
  func stem(before ending: String) -> ArraySlice<UInt8> {
    word.dropLast(ending.utf8.count)
  }

  func isInR1(_ ending: String) -> Bool { word.count - ending.utf8.count >= r1 }

  func isInR2(_ ending: String) -> Bool { word.count - ending.utf8.count >= r2 }

  mutating func replace(_ ending: String, with other: String) {
    word.removeLast(ending.utf8.count)
    word.append(contentsOf: other.utf8)
  }

  mutating func cut(_ ending: String) {
    word.removeLast(ending.utf8.count)
  }

  /// Whether a stem ends in a short syllable: `bed`, `shed`, `past`, or a beginning such as `at`.
  func endsInShortSyllable(_ stem: ArraySlice<UInt8>) -> Bool {
    if stem.suffix(4).elementsEqual("past".utf8) { return true }
    let letters = Array(stem.suffix(3))
    guard letters.count >= 2, let last = letters.last, !isVowel(last),
      isVowel(letters[letters.count - 2])
    else { return false }
    if stem.count == 2 { return true }
    let isWXY =
      last == UInt8(ascii: "w") || last == UInt8(ascii: "x") || last == UInt8(ascii: "Y")
    return !isVowel(letters[0]) && !isWXY
  }
}
