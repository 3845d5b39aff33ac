import SupportModel
import TextSearch

/// An article that a search found, with the part of its text that shows why.
package struct ArticleHit: Sendable {
  package var article: Article
  package var score: Double
  package var snippet: String
  /// The parts of the snippet that were searched for, in bytes of its UTF-8.
  package var marks: [Range<Int>]
}

/// Full-text search over articles: title, tags, headings and body, ranked by BM25.
package struct ArticleIndex: Sendable {
  private let articles: [Article]
  private let index: SearchIndex

  private static let fields: [TextField] = [
    .init(name: "title", weight: 4), .init(name: "tag", weight: 3),
    .init(name: "heading", weight: 2), .init(name: "body"),
  ]

  package init(_ articles: [Article], _ settings: SearchSettings) {
    self.articles = articles
    var writer = SearchIndexWriter(fields: Self.fields)
    for article in articles {
      writer.add(
        [
          article.title, article.tags.joined(separator: " , "),
          article.headings.joined(separator: "\n"), article.body,
        ], in: Language(tag: article.language))
    }
    index = writer.index(synonyms: Synonyms(settings.synonyms))
  }

  package func search(_ text: String, limit: Int?) -> [ArticleHit] {
    let query = index.asked(Query(text, fields: index.fieldNames))
    var highlighter = Highlighter(query, length: 150)
    return index.search(query, limit: limit ?? articles.count).map { hit in
      let article = articles[hit.document]
      let snippet = highlighter.snippet(of: article.content.plainText)
      return ArticleHit(
        article: article, score: hit.score, snippet: snippet.text, marks: snippet.marks)
    }
  }

  /// The slugs of all articles in it.
  package var slugs: Set<String> { Set(articles.map(\.slug)) }

  /// Ranks articles by the words of a text, in which nothing is an operator.
  package func rank(plain text: String, limit: Int) -> [(document: String, score: Double)] {
    index.search(Query(plain: text), limit: limit).map { (articles[$0.document].slug, $0.score) }
  }

  /// What the query may have meant, where it finds nothing.
  package func suggestion(for text: String) -> String? {
    index.suggestion(for: Query(text, fields: index.fieldNames))
  }
}
