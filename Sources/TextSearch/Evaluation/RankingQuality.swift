/// How well rankings answer queries for which people judged documents: the means over all queries
/// that have an answer, as `trec_eval -c` computes them.
///
/// Normalised discounted cumulative gain is that of Järvelin and Kekäläinen ("Cumulated gain-based
/// evaluation of IR techniques", 2002) with gains as they were judged and a discount by the binary
/// logarithm of the place. A query that nothing was found for counts as 0.
package struct RankingQuality: Sendable {
  /// The number of queries.
  package private(set) var queries = 0
  private var sums = (gain: 0.0, recall10: 0.0, recall100: 0.0, reciprocal: 0.0)

  package init() {}

  /// Counts a query in: what was found for it, the best first, and the gains of documents judged for
  /// it. Returns false where none of these is an answer: such a query says nothing.
  @discardableResult
  package mutating func add(_ ranking: [String], judged: [String: Double]) -> Bool {
    let ideal = judged.values.filter { $0 > 0 }.sorted(by: >)
    guard !ideal.isEmpty else { return false }
    let gains = ranking.prefix(100).map { max(judged[$0] ?? 0, 0) }
    let answers = Double(ideal.count)
    queries += 1
    sums.gain += Self.discounted(gains) / Self.discounted(ideal)
    sums.recall10 += Double(gains.prefix(10).count { $0 > 0 }) / answers
    sums.recall100 += Double(gains.count { $0 > 0 }) / answers
    if let first = gains.prefix(10).firstIndex(where: { $0 > 0 }) {
      sums.reciprocal += 1 / Double(first + 1)
    }
    return true
  }

  /// The mean share of the gain that the ideal ranking has in its first ten places.
  package var ndcg10: Double { mean(sums.gain) }
  /// The mean share of the answers that are among the first ten.
  package var recall10: Double { mean(sums.recall10) }
  /// The mean share of the answers that are among the first hundred.
  package var recall100: Double { mean(sums.recall100) }
  /// The mean of one over the place of the first answer, 0 past the tenth.
  package var mrr10: Double { mean(sums.reciprocal) }

  private func mean(_ sum: Double) -> Double { queries == 0 ? 0 : sum / Double(queries) }

  private static func discounted(_ gains: [Double]) -> Double {
    let binary = naturalLogarithm(2)
    return gains.prefix(10).enumerated().reduce(0) { sum, gain in
      sum + gain.element * binary / naturalLogarithm(Double(gain.offset + 2))
    }
  }
}
