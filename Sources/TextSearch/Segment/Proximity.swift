/// Scores how near to each other the words of a query stand in a document.
///
/// This is the term proximity of Büttcher, Clarke and Lushman ("Term proximity scoring for ad-hoc
/// retrieval on very large text collections", SIGIR 2006): two words of the query, with no other
/// of its words between them, lend each other weight by the square of their distance. What a word
/// is lent is weighed like its occurrences: by the field, its length, and with saturation.
struct Proximity {
  /// How much of it counts. The paper takes all; half ranked better where queries are sentences.
  private static let share = 0.5

  private let bm25: BM25
  /// How rare each word of the query is.
  private let rarities: [Double]
  /// What each word was lent in the document at hand.
  private var lent: [Double]

  init(_ bm25: BM25, rarities: [Double]) {
    (self.bm25, self.rarities) = (bm25, rarities)
    lent = Array(repeating: 0, count: rarities.count)
  }

  /// What nearness adds to a document's score, by the places of the words in it in rising order;
  /// `length` gives the number of words in a field of it.
  mutating func score(
    _ places: [(place: Occurrence, word: Int)], length: (Int) -> Int
  ) -> Double {
    for word in lent.indices { lent[word] = 0 }
    for (one, other) in zip(places, places.dropFirst()) where one.word != other.word {
      let distance = Double(other.place.position - one.place.position)
      guard one.place.field == other.place.field, distance > 0 else { continue }
      let field = one.place.field
      let weight = bm25.weight(ofField: field, length: length(field)) / (distance * distance)
      lent[one.word] += weight * rarities[other.word]
      lent[other.word] += weight * rarities[one.word]
    }
    let sum = zip(lent, rarities).reduce(0) { $0 + min($1.1, 1) * bm25.relevance($1.0) }
    return Self.share * sum
  }
}
