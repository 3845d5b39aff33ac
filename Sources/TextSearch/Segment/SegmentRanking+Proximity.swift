/// The best hits are looked at a second time, for words that stand near each other.
extension SegmentRanking {
  /// As many hits as are ranked by nearness as well. It adds to scores, so that none of these falls
  /// behind one that was not looked at.
  static var nearest: Int { 128 }
  /// The rarest words of a longer query are enough.
  private static var mostWords: Int { 24 }

  /// Whether nearness means anything: two words at least.
  var ranksNearness: Bool { nearWords.count > 1 }

  /// The numbers of the ranked wishes for words, the rarest ones if there are many.
  private var nearWords: [Int] {
    let words = wishes.ranked.indices.filter { wishes.ranked[$0].wish.word != nil }
    guard words.count > Self.mostWords else { return words }
    return words.sorted { rarities[$0] > rarities[$1] }.prefix(Self.mostWords).sorted()
  }

  /// The hits with what nearness adds to their scores, in no order.
  func byNearness(_ hits: [TextHit]) throws -> [TextHit] {
    let words = nearWords
    var proximity = Proximity(bm25, rarities: words.map { rarities[$0] })
    var result: [TextHit] = []
    for (segment, hits) in Dictionary(grouping: hits, by: \.segment).sorted(by: { $0.key < $1.key })
    {
      let hits = hits.sorted { $0.document < $1.document }
      let documents = hits.map { UInt16($0.document) }
      let places = try places(of: words, in: documents, segment)
      let lengths = try finders[segment].lengths(in: documents)
      for (index, hit) in hits.enumerated() {
        let nearness = proximity.score(places[index]) { lengths[$0][index] }
        result.append(
          TextHit(segment: segment, document: hit.document, score: hit.score + nearness))
      }
    }
    return result
  }

  /// Where some words stand in each of some documents of a segment.
  private func places(
    of words: [Int], in documents: [UInt16], _ segment: Int
  ) throws -> [[(place: Occurrence, word: Int)]] {
    var places: [[(place: Occurrence, word: Int)]] = documents.map { _ in [] }
    for (number, word) in words.enumerated() {
      guard let (term, fields) = wishes.ranked[word].wish.word else { continue }
      let found = found[segment][word]
      try finders[segment].forEachPlace(of: term, found, in: documents) { index, place in
        if fields.contains(place.field) { places[index].append((place, number)) }
      }
    }
    return places.map { $0.sorted { $0.place < $1.place } }
  }
}

extension SegmentQuery.Wish {
  /// The word that is wished for, first of all where others would do.
  fileprivate var word: (QueryUnit.Term, FieldSet)? {
    switch self {
    case .word(.stems(let stems), let fields): (.stems(stems), fields)
    case .any(let ways): ways.first?.word
    case .word, .phrase, .compound: nil
    }
  }
}
