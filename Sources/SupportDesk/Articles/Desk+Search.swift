import SupportModel
import SupportStore

/// What a search of the articles found.
package struct ArticleSearch: Sendable {
  package var hits: [FoundArticle]
  /// Another spelling that finds something, where this one finds nothing.
  package var suggestion: String?
}

extension Desk {
  /// Searches the articles that exist for this person, the best first.
  package func searchArticles(_ text: String, limit: Int? = nil) throws -> ArticleSearch {
    let index = ArticleIndex(try allArticles().filter { $0.status != .archived })
    let hits = index.search(text, limit: limit)
    return ArticleSearch(hits: hits, suggestion: hits.isEmpty ? index.suggestion(for: text) : nil)
  }
}
