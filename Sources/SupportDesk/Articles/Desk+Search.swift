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
  /// Searches the articles that exist for this person, the best first.
  package func searchArticles(_ text: String, limit: Int? = nil) throws -> ArticleSearch {
    let all = try allArticles()
    let index = ArticleIndex(all.values.filter { $0.status != .archived }, settings.search)
    let hits = index.search(text, limit: limit)
    let suggestion = hits.isEmpty ? index.suggestion(for: text) : nil
    return ArticleSearch(hits: hits, suggestion: suggestion, broken: all.broken)
  }
}
