extension TextSegments {
  /// The query as it may have been meant, with unknown words replaced by near and frequent ones of
  /// the segments; for when nothing was found.
  package func suggestion(for query: Query) throws -> String? {
    try SpellingHelp(SegmentWords(segments: segments)).correction(of: asked(query))
  }
}

/// The words of several segments, as spelling help asks for them.
private struct SegmentWords<Source: TextSource>: WrittenWords {
  let segments: [TextSegment<Source>]

  func isKnown(stems: [String]) throws -> Bool {
    try segments.contains { segment in
      try stems.contains { try segment.postings(ofStem: $0) != nil }
    }
  }

  func frequencies(ofWordsNear word: NearWord) throws -> [String: Int] {
    var word = word
    var frequencies: [String: Int] = [:]
    for segment in segments {
      // A beginning that is too far from the word already.
      var farBeginning = Int.max
      try segment.forEachWord { page in
        if page.shared >= farBeginning { return true }
        farBeginning = .max
        guard page.entry.frequency > 0, word.mayBeNear(page.word) else { return true }
        let text = String(decoding: page.word, as: UTF8.self)
        if word.changes(to: text) != nil {
          frequencies[text, default: 0] += page.entry.frequency
        } else if let far = word.farBeginning, page.word.prefix(far).allSatisfy({ $0 < 0x80 }) {
          farBeginning = far
        }
        return true
      }
    }
    return frequencies
  }
}
