/// Searches several segments as one collection.
///
/// How rare a word is, is counted over all of them. How relevant it is to a document was weighed
/// when the document's segment was written; only phrases and words in one field are weighed anew.
package struct TextSegments<Source: TextSource>: Sendable {
  package typealias Hit = TextHit
  package typealias Found = TextFound

  package let segments: [TextSegment<Source>]
  let fields: [TextField]
  private let synonyms: Synonyms

  /// Takes segments that were written with these fields; the names are those of queries.
  package init(
    _ segments: [TextSegment<Source>], fields: [TextField], synonyms: Synonyms = .none
  ) {
    (self.segments, self.fields, self.synonyms) = (segments, fields, synonyms)
  }

  /// The best documents for a query, at most `limit`, and how many there are.
  ///
  /// `among` gives, for a segment's number, the documents that count, of as many as the segment
  /// has; nil for all of them. It is asked only for segments in which something matches. Fields
  /// whose names `isVisible` does not accept might as well be empty, but searching takes longer. A
  /// query that only excludes finds nothing.
  package func search(
    _ query: Query, limit: Int, where isVisible: (String) -> Bool = { _ in true },
    among: (Int) throws -> DocumentSet?
  ) throws -> Found {
    let wishes = SegmentQuery(asked(query), fields: fields, where: isVisible)
    let ranking = try SegmentRanking(self, wishes)
    let nearest = ranking.ranksNearness && limit > 0 ? SegmentRanking<Source>.nearest : 0
    var hits = HitCollector(limit: max(limit, nearest))
    for number in segments.indices.reversed() {
      try ranking.search(number, into: &hits) { try among(number) }
    }
    let best = hits.top.sorted
    let near = try ranking.byNearness(Array(best.prefix(nearest))).sorted()
    return Found(hits: Array((near + best.dropFirst(nearest)).prefix(limit)), total: hits.total)
  }

  /// A query as it is asked of these texts, in their languages and with synonyms. It shows in a
  /// snippet what was found by it.
  package func asked(_ query: Query) -> Query {
    query.asked(in: segments.reduce([]) { $0.union($1.footer.languages) }, synonyms)
  }

  /// What weighs with the mean lengths of all segments together.
  func bm25() throws -> BM25 {
    var lengths = Array(repeating: 0, count: fields.count)
    for segment in segments {
      guard segment.footer.fields == fields.count else { throw TextDamage() }
      for field in fields.indices { lengths[field] += segment.footer.totalLengths[field] }
    }
    return BM25(
      fields, saturation: segments.first?.footer.saturation ?? 0,
      documents: segments.reduce(0) { $0 + $1.count }, lengths: lengths)
  }
}

/// A document of a segment that answers a query.
package struct TextHit: Comparable, Hashable, Sendable {
  package let segment: Int
  package let document: Int
  /// Higher is better; comparable only within one search.
  package let score: Double

  /// Better hits come first; of equals, the one that was added later.
  package static func < (left: TextHit, right: TextHit) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return (left.segment, left.document) > (right.segment, right.document)
  }
}

/// The documents of segments that answer a query.
package struct TextFound: Sendable {
  /// The best first.
  package var hits: [TextHit]
  /// The number of documents that answer the query, in `hits` or not.
  package var total: Int
}

/// Counts hits and keeps the best.
struct HitCollector {
  private(set) var top: TopHits<TextHit>
  private(set) var total = 0
  /// What a hit has to score to be kept.
  private(set) var floor: Float

  init(limit: Int) {
    top = TopHits(limit: limit)
    floor = limit > 0 ? -.infinity : .infinity
  }

  mutating func count(_ hits: Int) { total += hits }

  /// Keeps a hit that was counted, if it is good enough.
  mutating func offer(_ document: Int, in segment: Int, score: Float) {
    top.insert(TextHit(segment: segment, document: document, score: Double(score)))
    if let worst = top.worst { floor = Float(worst.score) }
  }
}
