extension Erasures {
  /// Whether a text names an erased person by their address.
  package mutating func isMentioned(in text: String) -> Bool {
    text.split(whereSeparator: Self.isNoneOfAddress).contains { word in
      guard word.contains("@"), let address = EmailAddress(Self.bare(word)) else { return false }
      return pseudonym(of: address.text) != nil
    }
  }

  private static func isNoneOfAddress(_ character: Character) -> Bool {
    character.isWhitespace || "<>()[]{},;:\\\"/|=!?".contains(character)
  }

  /// An address in a sentence may have its full stop or quotes on it.
  private static func bare(_ word: Substring) -> Substring {
    var word = word
    while let last = word.last, ".'`*_".contains(last) { word.removeLast() }
    while let first = word.first, ".'`*".contains(first) { word.removeFirst() }
    return word
  }
}
