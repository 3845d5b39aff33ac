import TextSearch

/// Runs judged queries, and tells how well what is found answers them.
package struct JudgedSearch {
  /// A document that was found, with its score.
  package struct Ranked: Hashable, Sendable {
    package let document: String
    package let score: Float
  }

  /// What became of the queries.
  package struct Outcome: Sendable {
    package var quality = RankingQuality()
    /// For each query that counts, what was found for it.
    package var run: [(query: String, ranking: [Ranked])] = []
    /// Queries that nobody judged anything for.
    package var unjudged = 0
    /// Queries with judgements, none of which says that a document is an answer.
    package var unanswerable = 0
    /// Queries with judgements that are not among the queries.
    package var missing = 0
    /// Answers that are not among the documents.
    package var unknownDocuments = 0
  }

  /// The ids of all documents that can be found; nil where nobody knows.
  private let documents: Set<String>?
  private let find: (_ text: String, _ limit: Int) throws -> [(document: String, score: Double)]

  package init(
    documents: Set<String>?,
    find: @escaping (_ text: String, _ limit: Int) throws -> [(document: String, score: Double)]
  ) {
    (self.documents, self.find) = (documents, find)
  }

  /// Runs all judged queries; `depth` is how many documents the run names for each, 100 or more.
  package func run(_ queries: JudgedQueries, depth: Int) throws -> Outcome {
    var outcome = Outcome()
    let judged = queries.judged
    outcome.unjudged = queries.queries.count - judged.count
    outcome.missing = queries.gains.count - judged.count
    for query in judged {
      let gains = queries.gains[query.id] ?? [:]
      guard gains.values.contains(where: { $0 > 0 }) else {
        outcome.unanswerable += 1
        continue
      }
      let ranking = Self.ordered(try find(query.text, depth))
      outcome.quality.add(ranking.map(\.document), judged: gains)
      outcome.run.append((query.id, ranking))
      if let documents {
        outcome.unknownDocuments += gains.count { $0.value > 0 && !documents.contains($0.key) }
      }
    }
    return outcome
  }

  /// In the order in which `trec_eval` reads a run, whatever places it names: equal scores by id,
  /// the last one first.
  private static func ordered(_ found: [(document: String, score: Double)]) -> [Ranked] {
    found.map { Ranked(document: $0.document, score: Float($0.score)) }.sorted {
      $0.score == $1.score
        ? $1.document.utf8.lexicographicallyPrecedes($0.document.utf8) : $0.score > $1.score
    }
  }
}
