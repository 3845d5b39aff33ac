extension SearchIndex {
  /// A document that answers a query.
  package struct Hit: Comparable, Hashable, Sendable {
    package let id: Int
    /// Higher is better; comparable only within one search.
    package let score: Double

    package init(id: Int, score: Double) {
      self.id = id
      self.score = score
    }

    /// Better hits come first; of equals, the one with the lower number.
    package static func < (left: Hit, right: Hit) -> Bool {
      left.score == right.score ? left.id < right.id : left.score > right.score
    }
  }

  /// The best documents for a query, the best first, at most `limit` and only those with a number
  /// that `isWanted` accepts; it is asked about documents good enough to be among them.
  ///
  /// A query that only excludes finds nothing.
  package func search(
    _ query: Query, limit: Int, where isWanted: ((Int) -> Bool)? = nil
  ) -> [Hit] {
    var scores = ScoreBoard(documents: ids.count)
    let bm25 = BM25(
      fields, saturation: saturation, documents: count, lengths: totalLengths)
    let wanted = query.wanted
    for (unit, times) in wanted {
      for postings in scored(unit) {
        add(postings, times, bm25, to: &scores)
      }
      if query.matching == .all { scores.require(required(unit)) }
    }
    for unit in query.unwanted { scores.exclude(required(unit)) }

    var hits = TopHits<Hit>(limit: limit)
    for (document, score) in scores.scored {
      guard let id = ids[document] else { continue }
      let hit = Hit(id: id, score: score)
      if hits.wants(hit), isWanted?(id) ?? true { hits.insert(hit) }
    }
    return hits.sorted
  }

  private func add(_ postings: Postings, _ times: Int, _ bm25: BM25, to scores: inout ScoreBoard) {
    let weight = Double(times) * bm25.rarity(postings.count)
    var cursor = postings.makeCursor()
    while cursor.next() {
      let first = cursor.document * fields.count
      let relevance = bm25.relevance(cursor.occurrences) { Int(lengths[first + $0]) }
      scores.add(weight * relevance, to: cursor.document)
    }
  }

  /// What is ranked for a unit: a phrase as one word, otherwise the whole and the parts, each.
  private func scored(_ unit: QueryUnit) -> [Postings] {
    if unit.isPhrase { return [required(unit)] }
    return ((unit.whole.map { [$0] } ?? []) + unit.parts).map { postings(for: $0, in: unit.field) }
  }

  /// Where a unit is met: its parts next to each other, or the whole.
  private func required(_ unit: QueryUnit) -> Postings {
    let phrase = Postings.phrase(unit.parts.map { postings(for: $0, in: unit.field) })
    guard let whole = unit.whole else { return phrase }
    return .union([postings(for: whole, in: unit.field), phrase])
  }

  private func postings(for term: QueryUnit.Term, in name: String?) -> Postings {
    let found =
      switch term {
      case .stem(let stem): vocabulary.number(ofStem: stem).map { postings[$0] } ?? Postings()
      case .prefix(let prefix):
        Postings.union(vocabulary.stems(ofWordsWithPrefix: prefix).map { postings[$0] })
      }
    guard let name else { return found }
    return fields.firstIndex { $0.name == name }.map(found.inField) ?? Postings()
  }
}
