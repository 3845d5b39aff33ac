import Platform
import SupportModel

/// The knowledge base: `kb/LANGUAGE/SLUG.md`, written by hand or by `support kb`.
package struct ArticleFiles: Sendable {
  let layout: DeskLayout

  package init(_ layout: DeskLayout) { self.layout = layout }

  package func article(_ language: String, _ slug: String) throws -> Article? {
    guard Article.isLegal(slug: slug), Article.isLegal(language: language) else { return nil }
    let path = layout.article(language, slug)
    guard let bytes = try FileSystem.readIfPresent(path) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsError(
        file: layout.relative(path), line: nil, field: "", reason: "the file is not UTF-8 text")
    }
    return try Article(
      language: language, slug: slug, file: layout.relative(path), text: text)
  }

  /// All articles, by language and slug; one whose file is broken keeps nobody from finding the
  /// others.
  package func all() throws -> ReadFiles<Article> {
    let places = try languages().flatMap { language in
      try slugs(in: language).map { (language: language, slug: $0) }
    }
    return try ReadFiles(
      places, file: { layout.relative(layout.article($0.language, $0.slug)) },
      read: { try article($0.language, $0.slug) })
  }

  package func languages() throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.articles).filter(Article.isLegal(language:))
  }

  package func slugs(in language: String) throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.articles + "/" + language)
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
      .filter(Article.isLegal(slug:))
  }

  package func write(_ article: Article) throws {
    try FileSystem.replace(
      layout.article(article.language, article.slug), with: Array(article.text.utf8), durable: true)
  }
}
