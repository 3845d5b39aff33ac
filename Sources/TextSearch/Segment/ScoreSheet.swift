/// The scores of a segment's documents; used for one segment after the other.
struct ScoreSheet {
  /// By document, and 0 for those that nothing was found in.
  private var scores: [Float] = []

  /// Scores what may be a hit by all lists, each with what a relevance of 1 counts in it.
  mutating func score(
    _ matches: SegmentMatches, _ lists: [(DocumentList, weight: Float)], segment: Int,
    into hits: inout HitCollector
  ) throws(TextDamage) {
    if case .few(let documents) = matches.members {
      try score(documents, lists, segment, &hits)
      return
    }
    clear(matches.capacity)
    for (list, weight) in lists { try list.add(to: &scores, weight: weight) }
    if case .many(let words) = matches.members {
      collect(words, segment, &hits)
    } else {
      collect(segment, &hits)
    }
  }

  /// Makes room for the scores of so many documents, where possible that of the last segment.
  private mutating func clear(_ count: Int) {
    if scores.count == count {
      scores.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    } else {
      scores = Array(repeating: 0, count: count)
    }
  }

  /// Scores documents one by one.
  private func score(
    _ documents: [UInt16], _ lists: [(DocumentList, weight: Float)], _ segment: Int,
    _ hits: inout HitCollector
  ) throws(TextDamage) {
    var scores = [Float](repeating: 0, count: documents.count)
    for (list, weight) in lists {
      try list.forEachShared(with: documents) { given, place in
        scores[given] += weight * list.relevance(place)
      }
    }
    hits.count(documents.count)
    for place in documents.indices.reversed() where scores[place] >= hits.floor {
      hits.offer(Int(documents[place]), in: segment, score: scores[place])
    }
  }

  /// Collects all documents with a score, without a branch for those that are not kept.
  private func collect(_ segment: Int, _ hits: inout HitCollector) {
    scores.withUnsafeBufferPointer { scores in
      var count = 0
      for score in scores { count += score > 0 ? 1 : 0 }
      hits.count(count)
      for document in scores.indices.reversed() {
        let score = scores[document]
        if score >= hits.floor, score > 0 { hits.offer(document, in: segment, score: score) }
      }
    }
  }

  /// Collects the documents with a score whose bits are set.
  private func collect(_ words: [UInt64], _ segment: Int, _ hits: inout HitCollector) {
    scores.withUnsafeBufferPointer { scores in
      var count = 0
      for place in words.indices.reversed() {
        var rest = words[place]
        while rest != 0 {
          let document = place << 6 | (63 - rest.leadingZeroBitCount)
          rest &= ~(1 << UInt64(document & 63))
          guard document < scores.count, scores[document] > 0 else { continue }
          count += 1
          if scores[document] >= hits.floor {
            hits.offer(document, in: segment, score: scores[document])
          }
        }
      }
      hits.count(count)
    }
  }
}

extension DocumentList {
  /// Adds what the list's documents score to the scores of all.
  func add(to scores: inout [Float], weight: Float) throws(TextDamage) {
    let result = scores.withUnsafeMutableBufferPointer { scores in
      Result { () throws(TextDamage) in
        try forEachDocument { document, place in scores[document] += weight * relevance(place) }
      }
    }
    try result.get()
  }
}
