/// Works a query through segment by segment, once it is known how rare everything is in all.
struct SegmentRanking<Source: TextSource> {
  let finders: [SegmentFinder<Source>]
  let wishes: SegmentQuery
  let bm25: BM25
  /// How much each wish that is ranked tells.
  let rarities: [Double]
  /// What a relevance of 1 scores, for each wish that is ranked.
  private let weights: [Float]
  /// What was found for each ranked wish, by segment.
  let found: [[FoundWish]]

  /// The documents in lists made for this query that are kept until they are scored. What is found
  /// after these is found a second time.
  private static var room: Int { 4_000_000 }

  init(_ segments: TextSegments<Source>, _ wishes: SegmentQuery) throws {
    self.wishes = wishes
    let bm25 = try segments.bm25()
    let finders = segments.segments.map { SegmentFinder($0, bm25) }
    var room = Self.room
    let found = try finders.map { finder in
      try wishes.ranked.map { wish, _ in
        let found = try finder.find(wish)
        if case .list(let list) = found { room -= list.count }
        return room < 0 ? .again(wish, count: found.count) : found
      }
    }
    let rarities = wishes.ranked.indices.map { place in
      bm25.rarity(found.reduce(0) { $0 + $1[place].count })
    }
    weights = zip(wishes.ranked, rarities).map { Float(Double($0.times) * $1) }
    (self.finders, self.found, self.bm25, self.rarities) = (finders, found, bm25, rarities)
  }

  /// Collects the hits in a segment; `among` is asked where something matches.
  func search(
    _ segment: Int, into hits: inout HitCollector, among: () throws -> DocumentSet?
  ) throws {
    let finder = finders[segment]
    guard found[segment].contains(where: { $0.count > 0 }),
      var matches = try matches(in: segment)
    else { return }
    if let among = try among() { matches.narrow(among) }
    for wish in wishes.unwanted {
      if let list = try finder.list(finder.find(wish)) { try matches.remove(list) }
    }
    var lists: [(list: DocumentList, weight: Float)] = []
    for (found, weight) in zip(found[segment], weights) {
      if let list = try finder.list(found) { lists.append((list, weight)) }
    }
    try SegmentScores(segment: segment, lists: lists).collect(matches, into: &hits)
  }

  /// The documents of a segment that the query wants, or perhaps more where it is for the scores
  /// to say; nil where there are none.
  private func matches(in segment: Int) throws -> SegmentMatches? {
    if wishes.required.isEmpty { return try any(in: segment) }
    let finder = finders[segment]
    var all: [FoundWish] = []
    for wish in wishes.required {
      let known = wishes.ranked.firstIndex { $0.wish == wish }
      let wish = try known.map { found[segment][$0] } ?? finder.find(wish)
      if wish.count == 0 { return nil }
      all.append(wish)
    }
    all.sort { $0.count < $1.count }
    let lists = try all.compactMap { try finder.list($0) }
    return try SegmentMatches(all: lists, of: finder.segment.count)
  }

  private func any(in segment: Int) throws -> SegmentMatches? {
    let finder = finders[segment]
    let count = found[segment].reduce(0) { $0 + $1.count }
    if count > finder.segment.count / 16 { return SegmentMatches(of: finder.segment.count) }
    let lists = try found[segment].compactMap { try finder.list($0) }
    return try SegmentMatches(any: lists, of: finder.segment.count)
  }
}
