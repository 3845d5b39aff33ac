/// What each of many documents is about, as the words that tell most of it, with their weights: a
/// sparse vector of length 1. They are taken from the postings of segments, without a look at texts.
package struct TextVectors: Sendable {
  /// A word of a document: the number of its stem, and how much it tells.
  struct Entry {
    let term: Int
    var weight: Float
  }

  /// Words that are kept of each document.
  private static let most = 12
  /// Words that more than one document in so many has tell nothing.
  private static let commonest = 2
  /// As if there were so many documents at least.
  private static let few = 12

  /// The documents' words, the most telling first.
  private(set) var vectors: [[Entry]]
  /// The numbers of stems, by `key`.
  private(set) var terms: [UInt64: Int] = [:]
  private let languages: LanguageSet

  /// Reads the vectors of some documents of each segment: `places` says for each document where
  /// its vector goes among `count`, or -1. `names` are words by document that are not meant, as keys.
  package init<Source: TextSource>(
    _ texts: TextSegments<Source>, places: [[Int32]], count: Int, names: (Int) -> [String]
  ) throws {
    vectors = Array(repeating: [], count: count)
    languages = texts.segments.reduce([]) { $0.union($1.footer.languages) }
    let rarities = try rarities(in: texts)
    for (segment, places) in zip(texts.segments, places) where places.contains(where: { $0 >= 0 }) {
      try read(segment, places, rarities)
    }
    leaveOut(names)
    for place in vectors.indices { vectors[place] = Self.normal(vectors[place]) }
  }

  /// Numbers the stems that may tell anything. Returns how rare each is; 0 for one that tells nothing.
  private mutating func rarities<Source: TextSource>(
    in texts: TextSegments<Source>
  ) throws -> [Float] {
    let dull = DullStems(languages)
    var frequencies: [Int] = []
    for segment in texts.segments {
      try segment.forEachStem(fewest: Self.fewest(of: segment)) { word, postings in
        let key = Self.key(word)
        guard !dull.contains(word, key) else { return }
        let term = terms[key] ?? frequencies.count
        if term == frequencies.count {
          terms[key] = term
          frequencies.append(0)
        }
        frequencies[term] += postings.documents
      }
    }
    let documents = texts.segments.reduce(0) { $0 + $1.count }
    let bm25 = try texts.bm25()
    return frequencies.map {
      $0 * Self.commonest > max(documents, Self.few) ? 0 : Float(bm25.rarity($0))
    }
  }

  /// Of a large segment, words that hardly any document has group nothing and cost memory.
  private static func fewest<Source: TextSource>(of segment: TextSegment<Source>) -> Int {
    1 + segment.count / 4096
  }

  private mutating func read<Source: TextSource>(
    _ segment: TextSegment<Source>, _ places: [Int32], _ rarities: [Float]
  ) throws {
    try segment.forEachStem(fewest: Self.fewest(of: segment)) { word, postings in
      guard let term = terms[Self.key(word)], rarities[term] > 0 else { return }
      let list = try segment.documents(postings)
      try list.forEachDocument { document, place in
        let vector = Int(places[document])
        guard vector >= 0 else { return }
        Self.offer(
          Entry(term: term, weight: list.relevance(place) * rarities[term]), &vectors[vector])
      }
    }
  }

  /// Keeps an entry if it is among the most telling ones, which stand in order. Of a few more than
  /// are kept in the end some may prove to be names.
  private static func offer(_ entry: Entry, _ vector: inout [Entry]) {
    if vector.count == most + spare {
      guard let last = vector.last, entry.weight > last.weight else { return }
      vector.removeLast()
    }
    let place = vector.firstIndex { $0.weight < entry.weight } ?? vector.count
    vector.insert(entry, at: place)
  }

  private static let spare = 3

  private mutating func leaveOut(_ names: (Int) -> [String]) {
    for place in vectors.indices {
      let own = Set(names(place).flatMap(terms(of:)))
      if !own.isEmpty { vectors[place].removeAll { own.contains($0.term) } }
    }
  }

  private static func normal(_ vector: [Entry]) -> [Entry] {
    let vector = vector.prefix(most)
    let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    return vector.map { Entry(term: $0.term, weight: $0.weight / length) }
  }

  /// How many of some documents have each word.
  func frequencies(in documents: Range<Int>) -> [Int: Int] {
    var frequencies: [Int: Int] = [:]
    for document in documents {
      for entry in vectors[document] { frequencies[entry.term, default: 0] += 1 }
    }
    return frequencies
  }

  // MARK: Words

  /// The numbers of the stems of a text's words; a word has one for each language.
  func terms(of text: String) -> [Int] {
    WordSplitter.words(in: text).flatMap(terms)
  }

  func terms(of word: Word) -> [Int] {
    languages.stems(of: word.text).compactMap { terms[Self.key(Array($0.utf8)[...])] }
  }

  /// FNV-1a (Fowler, Noll, Vo): stems are known by it, for there are many and few are ever shown.
  static func key(_ word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension TextSegment {
  /// Calls `body` with each stem that at least so many documents have.
  fileprivate func forEachStem(
    fewest: Int, _ body: (ArraySlice<UInt8>, DictionaryEntry.Postings) throws -> Void
  ) throws {
    try forEachWord { page in
      if let postings = page.entry.postings, postings.documents >= fewest {
        try body(page.word, postings)
      }
      return true
    }
  }
}

/// The stems that say nothing of what a text is about: of words that some languages need for any
/// sentence, of courtesy, single letters and numbers.
private struct DullStems {
  private let keys: Set<UInt64>

  init(_ languages: LanguageSet) {
    keys = Set(
      Dullness.words(of: languages).flatMap { languages.stems(of: $0) }
        .map { TextVectors.key(Array($0.utf8)[...]) })
  }

  func contains(_ word: ArraySlice<UInt8>, _ key: UInt64) -> Bool {
    word.count < 2 || word.allSatisfy { (0x30...0x39).contains($0) } || keys.contains(key)
  }
}
