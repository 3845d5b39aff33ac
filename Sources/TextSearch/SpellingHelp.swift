/// Words as people wrote them, and how often.
protocol WrittenWords {
  /// What may go wrong when they are read.
  associatedtype Failure: Error

  /// Whether any word has one of these stems.
  func isKnown(stems: [String]) throws(Failure) -> Bool

  /// The words near another, and how often each was written.
  func frequencies(ofWordsNear word: NearWord) throws(Failure) -> [String: Int]
}

/// Finds words of a vocabulary that somebody may have meant.
struct SpellingHelp<Words: WrittenWords> {
  private let words: Words

  /// More unknown words than this are not a misspelling but another language.
  private static var mostCorrections: Int { 16 }
  private static var longestWord: Int { 32 }

  init(_ words: Words) {
    self.words = words
  }

  /// A query's text with the words that no document has replaced by the nearest ones that some
  /// document has; none if there is nothing to replace.
  func correction(of query: Query) throws(Words.Failure) -> String? {
    var text = Array(query.text.utf8)
    for correction in try corrections(of: query).reversed() {
      text.replaceSubrange(correction.range, with: correction.word.utf8)
    }
    let corrected = String(decoding: text, as: UTF8.self)
    return corrected == query.text ? nil : corrected
  }

  /// The words to replace, in order, by where they are in the query's text.
  private func corrections(
    of query: Query
  ) throws(Words.Failure) -> [(range: Range<Int>, word: String)] {
    var corrections: [(range: Range<Int>, word: String)] = []
    var tries = 0
    for clause in query.clauses where !clause.isExcluded && clause.kind != .prefix {
      for word in WordSplitter.words(in: clause.text) {
        guard try isMisspelt(word, query.languages) else { continue }
        tries += 1
        if tries > Self.mostCorrections { return corrections }
        guard let nearest = try nearest(to: word.text) else { continue }
        let start = clause.range.lowerBound
        corrections.append(
          (start + word.range.lowerBound..<start + word.range.upperBound, nearest))
      }
    }
    return corrections
  }

  private func isMisspelt(_ word: Word, _ languages: LanguageSet) throws(Words.Failure) -> Bool {
    guard !word.isWhole, word.text.utf8.count <= Self.longestWord,
      !NearWord.hasDigit(word.text.utf8)
    else { return false }
    return try !words.isKnown(stems: languages.stems(of: word.text))
  }

  /// The word with the best balance of few changes and frequent use: one more change has to be
  /// outweighed by a word 32 times as frequent.
  private func nearest(to word: String) throws(Words.Failure) -> String? {
    var near = NearWord(word)
    var best: (word: String, weight: Double)?
    for (text, frequency) in try words.frequencies(ofWordsNear: near) {
      guard let changes = near.changes(to: text) else { continue }
      let weight = Double(frequency) / Double(1 << (5 * changes))
      if let best, (best.weight, text) >= (weight, best.word) { continue }
      best = (text, weight)
    }
    return best?.word
  }
}

/// Tells which words are so near to a misspelt one that they may have been meant.
struct NearWord {
  /// More changes than this, and the words have nothing to do with each other.
  private let limit: Int
  /// The number of letters of the longest word that can be near.
  private let longest: Int
  private var distance: EditDistance

  init(_ word: String) {
    let length = word.unicodeScalars.count
    limit = length < 3 ? 0 : length < 6 ? 1 : 2
    longest = length + limit
    distance = EditDistance(from: word)
  }

  /// How many letters to change for a word that is near enough.
  mutating func changes(to text: String) -> Int? {
    Self.hasDigit(text.utf8) ? nil : distance(to: text, limit: limit)
  }

  /// Quickly leaves out words that are too long or have a digit.
  func mayBeNear(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 4 * longest && !Self.hasDigit(word)
  }

  /// The letters at the beginning of the last word that were too many changes already.
  var farBeginning: Int? { distance.farBeginning }

  static func hasDigit(_ word: some Sequence<UInt8>) -> Bool {
    word.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
