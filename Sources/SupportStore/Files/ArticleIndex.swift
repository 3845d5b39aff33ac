import SupportModel
import TextSearch

/// An article that a search found, with the part of its text that shows why.
package struct ArticleHit: Sendable {
  package var article: Article
  package var score: Double
  package var snippet: String
  /// The parts of the snippet that were searched for, in bytes of its UTF-8.
  package var marks: [Range<Int>]
  /// The article that was found: another one may be shown in its place.
  private let found: Article
  private let query: Query

  fileprivate init(
    _ article: Article, score: Double, for query: Query, _ highlighter: inout Highlighter
  ) {
    (self.article, found, self.score, self.query) = (article, article, score, query)
    let snippet = highlighter.snippet(of: article.content.plainText)
    (self.snippet, marks) = (snippet.text, snippet.marks)
  }

  /// The words asked for that were found, the most telling first.
  package var words: [String] {
    query.words(in: [found.title, found.tags.joined(separator: " , "), found.body])
  }

  /// The same answer by the article in another language, which was not found by these words.
  package func translated(to article: Article) -> ArticleHit {
    var hit = self
    (hit.article, hit.snippet, hit.marks) = (article, article.summary, [])
    return hit
  }
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
      ArticleHit(articles[hit.document], score: hit.score, for: query, &highlighter)
    }
  }

  /// The articles that answer a question, the best first: the score is the part of the question that
  /// each is about, and `least` at least.
  package func articles(for question: Question, least: Double) -> [ArticleHit] {
    let likeness = index.query(
      like: question.parts.map { ($0.text, $0.weight) }, without: question.names)
    let query = index.asked(likeness.query)
    var highlighter = Highlighter(query, length: 150)
    return index.search(query, limit: articles.count).compactMap { hit in
      let part = likeness.part(hit.score)
      guard part >= least else { return nil }
      return ArticleHit(articles[hit.document], score: part, for: query, &highlighter)
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
