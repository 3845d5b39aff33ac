/// The scores of all documents while a query is worked through, unit by unit.
struct ScoreBoard {
  private var scores: [Double]
  /// The number of required units that a document has met.
  private var met: [Int32]
  private var required: Int32 = 0

  init(documents: Int) {
    scores = Array(repeating: -1, count: documents)
    met = Array(repeating: 0, count: documents)
  }

  /// Makes a document a hit, or a better one.
  mutating func add(_ score: Double, to document: Int) {
    scores[document] = max(scores[document], 0) + score
  }

  /// Leaves only the documents of these postings.
  mutating func require(_ postings: Postings) {
    required += 1
    var cursor = postings.makeCursor()
    while cursor.next() { met[cursor.document] += 1 }
  }

  /// Leaves out the documents of these postings.
  mutating func exclude(_ postings: Postings) {
    var cursor = postings.makeCursor()
    while cursor.next() { scores[cursor.document] = -1 }
  }

  /// The documents that are hits, in order, with their scores.
  var scored: some Sequence<(document: Int, score: Double)> {
    scores.indices.lazy
      .filter { scores[$0] >= 0 && met[$0] == required }
      .map { (document: $0, score: scores[$0]) }
  }
}
