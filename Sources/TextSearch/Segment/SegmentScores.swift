/// Scores the documents of a segment by all lists in which they may be.
///
/// Of many documents, most are never scored: those of a window of 64 in a row are passed over where
/// the best of each list together would not score enough to be kept. This is the block-max idea of
/// Ding and Suel ("Faster top-k document retrieval using block-max indexes", SIGIR 2011), with
/// bounds that are read off the impacts instead of stored.
struct SegmentScores {
  let segment: Int
  /// What is ranked by, each with what a relevance of 1 scores in it.
  let lists: [(list: DocumentList, weight: Float)]

  /// Counts what matches and keeps the best.
  func collect(_ matches: SegmentMatches, into hits: inout HitCollector) throws(TextDamage) {
    switch matches.members {
    case .few(let documents): try collect(documents, &hits)
    case .all: try collect(among: nil, of: matches.capacity, &hits)
    case .many(let words): try collect(among: words, of: matches.capacity, &hits)
    }
  }

  /// Scores documents one by one.
  private func collect(_ documents: [UInt16], _ hits: inout HitCollector) throws(TextDamage) {
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

  /// Scores documents window by window: those in any of the lists, or of these only some.
  private func collect(
    among some: [UInt64]?, of capacity: Int, _ hits: inout HitCollector
  ) throws(TextDamage) {
    var windows: [DocumentWindows] = []
    for (list, weight) in lists {
      windows.append(try DocumentWindows(list, weight: weight))
    }
    var total = 0
    for window in (0..<(capacity + 63) / 64).reversed() {
      var members: UInt64 = 0
      var bound: Float = 0
      for list in windows {
        members |= list.words[window]
        bound += list.bounds[window]
      }
      if let some { members &= some[window] }
      total += members.nonzeroBitCount
      if bound >= hits.floor, members != 0 { collect(members, window, windows, &hits) }
    }
    hits.count(total)
  }

  private func collect(
    _ members: UInt64, _ window: Int, _ windows: [DocumentWindows], _ hits: inout HitCollector
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 64) { scores in
      scores.initialize(repeating: 0)
      for list in windows { list.add(window, to: scores) }
      var rest = members
      while rest != 0 {
        let place = 63 - rest.leadingZeroBitCount
        rest &= ~(1 << UInt64(place))
        if scores[place] >= hits.floor {
          hits.offer(window << 6 | place, in: segment, score: scores[place])
        }
      }
    }
  }
}

/// The documents of a list in windows of 64 in a row.
private struct DocumentWindows {
  private let list: DocumentList
  private let weight: Float
  /// For each window a bit for each of its documents.
  let words: [UInt64]
  /// What the documents of each window score at most.
  let bounds: [Float]
  /// The place in the list of the first document of each window.
  private let starts: [UInt16]

  init(_ list: DocumentList, weight: Float) throws(TextDamage) {
    (self.list, self.weight) = (list, weight)
    words = try list.words()
    var place = 0
    var starts: [UInt16] = []
    var bounds: [Float] = []
    starts.reserveCapacity(words.count)
    bounds.reserveCapacity(words.count)
    for word in words {
      let next = place + word.nonzeroBitCount
      starts.append(UInt16(truncatingIfNeeded: place))
      bounds.append(weight * list.highestRelevance(place..<next))
      place = next
    }
    (self.starts, self.bounds) = (starts, bounds)
  }

  /// Adds what the documents of a window score to their scores.
  @inline(__always)
  func add(_ window: Int, to scores: UnsafeMutableBufferPointer<Float>) {
    var (rest, place) = (words[window], Int(starts[window]))
    while rest != 0 {
      scores[rest.trailingZeroBitCount] += weight * list.relevance(place)
      place += 1
      rest &= rest - 1
    }
  }
}

extension DocumentList {
  /// How relevant what was asked for is at most to the documents at some places in the list.
  @inline(__always)
  fileprivate func highestRelevance(_ places: Range<Int>) -> Float {
    switch relevances {
    case .single(let impact): places.isEmpty ? 0 : Impact.relevance(impact)
    case .impacts(let impacts): Impact.relevance(impacts.largest(places))
    case .made(let relevances): relevances[places].max() ?? 0
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The largest of some bytes; 0 where there are none.
  @inline(__always)
  fileprivate func largest(_ range: Range<Int>) -> UInt8 {
    guard range.count >= 16 else { return range.reduce(0) { Swift.max($0, self[$1]) } }
    // The last sixteen may be some that were looked at already.
    var largest = loadUnaligned(fromByteOffset: range.upperBound - 16, as: SIMD16<UInt8>.self)
    for start in stride(from: range.lowerBound, to: range.upperBound - 16, by: 16) {
      largest = pointwiseMax(
        largest, loadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self))
    }
    return largest.max()
  }
}
