import SupportModel
import SupportStore

/// Which of a desk's records judged queries are run on.
package enum JudgedRecords: String, CaseIterable, Sendable {
  case tickets, articles
}

extension Desk {
  /// The desk's own search, for queries whose answers were judged.
  package func judgedSearch(of records: JudgedRecords) throws -> JudgedSearch {
    try requireStaff("judge the search")
    switch records {
    case .tickets: return try judgedTickets()
    case .articles:
      let index = ArticleIndex(
        try allArticles().values.filter { $0.status != .archived }, settings.search)
      return JudgedSearch(documents: index.slugs) { index.rank(plain: $0, limit: $1) }
    }
  }

  /// Judgements name tickets by their ids.
  private func judgedTickets() throws -> JudgedSearch {
    let snapshot = try store.snapshot()
    let everything = query(Filter(), in: snapshot)
    let ids = Set(try snapshot.ticketIDs().map(\.description))
    return JudgedSearch(documents: ids) { text, limit in
      let found = try withIndex(snapshot) { try $0.rank(plain: text, everything, limit: limit) }
      guard let found else { throw DeskError.noIndex }
      return found.hits.map { ($0.ticket.id.description, $0.score) }
    }
  }
}
