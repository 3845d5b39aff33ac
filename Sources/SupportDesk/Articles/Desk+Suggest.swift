import SupportModel
import SupportStore

extension Desk {
  /// An article that is about a smaller part of a question is none of its answers.
  private static let leastPart = 0.1
  /// Neither is one that is about so much less of it than the best one.
  private static let leastOfBest = 0.5

  /// The articles that would answer a question, of those that exist for this person; drafts only
  /// where they are asked for. The best come first.
  ///
  /// An article that is there in several languages is suggested in one: in that of `language` or of
  /// the question, as far as it is there, otherwise as `article` finds it.
  package func suggestArticles(
    for asked: Asked, language: String? = nil, withDrafts: Bool = false
  ) throws -> ArticleSearch {
    let question = asked.question
    var all = try allArticles()
    all.values.removeAll { $0.status != .published && !(withDrafts && $0.status == .draft) }
    let found = ArticleIndex(all.values, settings.search).articles(
      for: question, least: Self.leastPart)
    let least = (found.first?.score ?? 0) * Self.leastOfBest
    let hits = found.filter { $0.score >= least }
    let languages = Article.languages(
      try articles.languages(), asked: language?.lowercased() ?? question.language,
      desk: settings.language)
    return ArticleSearch(
      hits: Self.inOneLanguage(hits, of: all.values, languages), suggestion: nil,
      broken: all.broken)
  }

  /// Each hit once, in the best of the languages that its article is there in.
  private static func inOneLanguage(
    _ hits: [FoundArticle], of articles: [Article], _ languages: [String]
  ) -> [FoundArticle] {
    func rank(_ article: Article) -> Int {
      languages.firstIndex(of: article.language) ?? languages.count
    }
    var seen: Set<String> = []
    return hits.filter { seen.insert($0.article.slug).inserted }.map { hit in
      let same = articles.filter { $0.slug == hit.article.slug }
      guard let best = same.min(by: { rank($0) < rank($1) }), best != hit.article else {
        return hit
      }
      var own = hits.first { $0.article == best } ?? hit.translated(to: best)
      own.score = hit.score
      return own
    }
  }
}
