import SupportModel
import SupportStore

/// What a search of the articles found.
package struct ArticleSearch: Sendable {
  package var hits: [FoundArticle]
  /// Another spelling that finds something, where this one finds nothing.
  package var suggestion: String?
  /// What could not be searched.
  package var broken: [SettingsError]
}

extension Desk {
  /// In bytes; as long as a filter may be.
  private static let longestQuery = 65_536

  /// Searches the articles that exist for this person, the best first.
  package func searchArticles(_ text: String, limit: Int? = nil) throws -> ArticleSearch {
    guard text.utf8.count <= Self.longestQuery else {
      throw Refusal.tooLong(
        field: "query", limit: Self.longestQuery, actual: text.utf8.count, unit: "bytes")
    }
    let all = try allArticles()
    let index = ArticleIndex(all.values.filter { $0.status != .archived }, settings.search)
    let hits = index.search(text, limit: limit)
    let suggestion = hits.isEmpty ? index.suggestion(for: text) : nil
    return ArticleSearch(hits: hits, suggestion: suggestion, broken: all.broken)
  }
}
