extension TextSegment {
  /// The documents whose texts may contain these letters somewhere: never too few, perhaps too
  /// many, for words are looked through and not texts. `letters` are lower-case ASCII letters and
  /// digits.
  ///
  /// Nil where words cannot tell: for no letters, and for `s`, which may stand after an apostrophe
  /// (`Bob's`) and is then in no word.
  package func documents(mayContain letters: String) throws -> DocumentSet? {
    let letters = Array(letters.utf8)
    if letters.isEmpty || letters == [UInt8(ascii: "s")] { return nil }
    var stems: Set<Int> = []
    try forEachWord { page in
      let isCut = page.word.count >= Compound.longestWord
      if page.entry.frequency > 0, isCut || page.contains(letters) {
        page.entry.forEachStem(number: page.number) { stems.insert($0) }
      }
      return true
    }
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    for postings in try postings(ofNumbers: stems) {
      try documents(postings).form(unionIn: &words)
    }
    return DocumentSet(capacity: count, words: words)
  }
}
