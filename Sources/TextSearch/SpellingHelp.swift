/// Finds words of a vocabulary that somebody may have meant.
struct SpellingHelp {
  private let vocabulary: Vocabulary

  /// More unknown words than this are not a misspelling but another language.
  private static let mostCorrections = 16
  private static let longestWord = 32

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// A query's text with the words that no document has replaced by the nearest ones that some
  /// document has; none if there is nothing to replace.
  func correction(of query: Query) -> String? {
    var text = Array(query.text.utf8)
    for correction in corrections(of: query).reversed() {
      text.replaceSubrange(correction.range, with: correction.word.utf8)
    }
    let corrected = String(decoding: text, as: UTF8.self)
    return corrected == query.text ? nil : corrected
  }

  /// The words to replace, in order, by where they are in the query's text.
  private func corrections(of query: Query) -> [(range: Range<Int>, word: String)] {
    var corrections: [(range: Range<Int>, word: String)] = []
    var tries = 0
    for clause in query.clauses where !clause.isExcluded && clause.kind != .prefix {
      for word in WordSplitter.words(in: clause.text) where isMisspelt(word) {
        tries += 1
        if tries > Self.mostCorrections { return corrections }
        guard let nearest = nearest(to: word.text) else { continue }
        let start = clause.range.lowerBound
        corrections.append(
          (start + word.range.lowerBound..<start + word.range.upperBound, nearest))
      }
    }
    return corrections
  }

  private func isMisspelt(_ word: Word) -> Bool {
    !word.isWhole && word.text.utf8.count <= Self.longestWord && !hasDigit(word.text)
      && vocabulary.number(ofStem: Word.stem(of: word.text)) == nil
  }

  /// The word with the best balance of few changes and frequent use: one more change has to be
  /// outweighed by a word 32 times as frequent.
  private func nearest(to word: String) -> String? {
    let length = word.unicodeScalars.count
    let limit = length < 3 ? 0 : length < 6 ? 1 : 2
    var distance = EditDistance(from: word)
    var best: (word: String, weight: Double)?
    for entry in vocabulary.entries where !hasDigit(entry.text) {
      guard let changes = distance(to: entry.text, limit: limit) else { continue }
      let weight = Double(entry.frequency) / Double(1 << (5 * changes))
      if let best, (best.weight, entry.text) >= (weight, best.word) { continue }
      best = (entry.text, weight)
    }
    return best?.word
  }

  private func hasDigit(_ word: String) -> Bool {
    word.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension SearchIndex {
  /// The query as it may have been meant, with unknown words replaced by near and frequent ones of
  /// the index; for when nothing was found.
  package func suggestion(for query: Query) -> String? {
    SpellingHelp(vocabulary).correction(of: query)
  }
}
