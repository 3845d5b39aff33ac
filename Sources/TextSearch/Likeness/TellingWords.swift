/// The words of a long text that tell most of what it is about, to look for others like it.
///
/// A word tells the more the oftener it stands in the text and the rarer it is in the collection:
/// the terms with the highest weights of Rocchio ("Relevance feedback in information retrieval",
/// 1971), as the "more like this" of search engines takes them.
package struct TellingWords {
  /// A word as it may be looked for.
  private struct Candidate {
    let text: String
    let stems: [String]
    /// How often it stands in the text, with the weights of the parts.
    var frequency = 0
    /// The parts of a compound, which are looked for where nobody else writes it so.
    var parts: [Word] = []
  }

  /// As many words are looked for at most: more would find more of less.
  private static let most = 25
  /// Of so many words the rarity is looked up: those that stand most often in the text.
  private static let mostKnown = 500

  private let languages: LanguageSet
  private let dull: Dullness
  private var candidates: [Candidate] = []
  private var places: [String: Int] = [:]

  /// Takes the words of a text, of which each part counts some times; `names` are words of no
  /// meaning here.
  init(
    _ parts: [(text: String, weight: Int)], without names: [String], in languages: LanguageSet
  ) {
    self.languages = languages
    let words = parts.map { WordSplitter.words(in: $0.text) }
    dull = Dullness(words.joined(), names)
    for (words, part) in zip(words, parts) { add(words, weight: part.weight) }
  }

  private mutating func add(_ words: [Word], weight: Int) {
    var next = 0
    while next < words.count {
      let word = words[next]
      let parts = word.isWhole ? Array(words[next + 1...next + word.span]) : []
      next += 1 + parts.count
      add(word, parts, weight: weight)
    }
  }

  private mutating func add(_ word: Word, _ parts: [Word], weight: Int) {
    guard !dull.contains(word) else { return }
    let stems = languages.stems(of: word.text)
    let key = stems.joined(separator: " ")
    if let place = places[key] {
      candidates[place].frequency += weight
    } else {
      places[key] = candidates.count
      candidates.append(Candidate(text: word.text, stems: stems, frequency: weight, parts: parts))
    }
  }

  /// Asks for the words that tell most in a collection, the most telling first. Those that fewer than
  /// `fewest` documents have find nothing, but they belong to what is asked.
  func query<Source: TextSource>(
    in texts: TextSegments<Source>, fewest: Int
  ) throws -> LikenessQuery {
    var known = self
    try known.partCompounds(in: texts, fewest)
    let bm25 = try texts.bm25()
    var rated: [Rated] = []
    for candidate in known.frequent {
      let documents = try texts.frequency(ofStems: candidate.stems)
      rated.append(
        Rated(
          candidate: candidate, isKnown: documents >= fewest,
          rarity: bm25.rarity(max(documents, 1)),
          relevance: bm25.relevance(Double(candidate.frequency))))
    }
    // Of equals the one that came first in the text: a sort is stable.
    rated.sort { $0.value > $1.value }
    let words = rated.filter(\.isKnown).prefix(Self.most).flatMap {
      Array(repeating: $0.candidate.text, count: $0.times)
    }
    return LikenessQuery(
      query: Query(plain: words.joined(separator: " ")),
      most: rated.prefix(Self.most).reduce(0) { $0 + Double($1.times) * $1.rarity })
  }

  /// A word with what it tells.
  private struct Rated {
    let candidate: Candidate
    let isKnown: Bool
    let rarity: Double
    let relevance: Double

    var value: Double { rarity * relevance }
    var times: Int { candidate.frequency >= TellingWords.emphasis ? 2 : 1 }
  }

  /// A word of a subject, or one that stands in the text as often, counts double.
  private static let emphasis = 3

  /// Takes the parts of compounds that nobody else has.
  private mutating func partCompounds<Source: TextSource>(
    in texts: TextSegments<Source>, _ fewest: Int
  ) throws {
    for candidate in frequent where !candidate.parts.isEmpty {
      guard try texts.frequency(ofStems: candidate.stems) < fewest else { continue }
      for part in candidate.parts { add(part, [], weight: candidate.frequency) }
    }
  }

  private var frequent: [Candidate] {
    candidates.count <= Self.mostKnown
      ? candidates
      : Array(candidates.sorted { $0.frequency > $1.frequency }.prefix(Self.mostKnown))
  }
}

/// What is asked to find documents like a text.
package struct LikenessQuery: Sendable {
  package let query: Query
  /// What a document would score that has all of the text's telling words, and nothing else.
  private let most: Double

  fileprivate init(query: Query, most: Double) { (self.query, self.most) = (query, most) }

  /// How much of the text a hit is about, from 0 to 1: comparable between texts.
  package func part(_ score: Double) -> Double { most > 0 ? min(score / most, 1) : 0 }
}

extension TextSegments {
  /// Asks for what is like a text: for the words of it that tell most here. What fewer than `fewest`
  /// documents have is not asked for: 2 where the text itself is one of them.
  package func query(
    like parts: [(text: String, weight: Int)], without names: [String] = [], fewest: Int = 1
  ) throws -> LikenessQuery {
    let languages = segments.reduce(LanguageSet()) { $0.union($1.footer.languages) }
    return try TellingWords(
      parts, without: names, in: languages.isEmpty ? .english : languages
    ).query(in: self, fewest: fewest)
  }

  /// How many documents have a word with any of some stems, about.
  func frequency(ofStems stems: [String]) throws -> Int {
    try segments.reduce(0) { sum, segment in
      try stems.reduce(sum) { try $0 + (segment.postings(ofStem: $1)?.documents ?? 0) }
    }
  }
}
