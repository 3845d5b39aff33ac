import SupportModel
import SupportStore

/// New values for an article; what is nil stays as it is.
package struct ArticleEdit: Hashable, Sendable {
  package var title: String?
  package var body: String?
  package var category: String?
  package var addTags: [String] = []
  package var removeTags: [String] = []
  package var excerpt: String?
  package var status: Article.Status?

  package init() {}

  func apply(to article: inout Article, _ limits: Limits) throws {
    if let title { article.title = oneLine(title) }
    if let body { article.body = try TextRules.article(body, limits) }
    if let category { article.category = category.isEmpty ? nil : oneLine(category) }
    if let excerpt { article.excerpt = excerpt.isEmpty ? nil : oneLine(excerpt) }
    if let status { article.status = status }
    for tag in try addTags.map(TextRules.tag) where !article.tags.contains(tag) {
      article.tags.append(tag)
    }
    let gone = removeTags.map { $0.lowercased() }
    article.tags.removeAll { gone.contains($0.lowercased()) }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Desk {
  /// The articles that exist for this person: customers see published ones.
  /// Only staff is told of files that are broken.
  package func allArticles() throws -> ReadFiles<Article> {
    var all = try articles.all()
    all.values.removeAll { !isVisible($0) }
    if !person.isStaff { all.broken = [] }
    return all
  }

  private func isVisible(_ article: Article) -> Bool {
    person.isStaff || article.status == .published
  }

  /// An article by slug, or by `language/slug`; without a language, the first that has it, English
  /// before others.
  package func article(_ name: String) throws -> Article {
    let parts = name.split(separator: "/").map(String.init)
    let languages = parts.count == 2 ? [parts[0]] : try articles.languages()
    let ordered = languages.filter { $0 == "en" } + languages.filter { $0 != "en" }
    for language in ordered {
      if let article = try articles.article(language, parts.last ?? ""), isVisible(article) {
        return article
      }
    }
    let known = try allArticles().values.map(\.slug)
    throw DeskError.notFound(kind: "article", name: name, known: known)
  }

  package func newArticle(
    _ slug: String, language: String = "en", _ edit: ArticleEdit, isDryRun: Bool = false
  ) throws -> Written<Article> {
    try permissions.requireAgent("write articles")
    guard Article.isLegal(slug: slug) else {
      throw Refusal.invalid(
        field: "slug", value: slug, expected: "lower-case letters, digits and single -")
    }
    guard ArticleFiles.isLegal(language: language) else {
      throw Refusal.invalid(
        field: "language", value: language, expected: "a tag such as en or pt-br")
    }
    return try changeFile(for: "kb new", isDryRun: isDryRun) {
      guard try articles.article(language, slug) == nil else {
        throw Refusal.exists(kind: "article", name: "\(language)/\(slug)")
      }
      var article = Article(language: language, slug: slug, title: "", body: "")
      try edit.apply(to: &article, settings.limits)
      article.author = person.actor.handle
      article.createdAt = now
      if article.status == .published { article.publishedAt = now }
      return (article, try change(to: article, .articleCreated))
    }
  }

  package func editArticle(
    _ name: String, _ edit: ArticleEdit, isDryRun: Bool = false
  ) throws -> Written<Article> {
    try permissions.requireAgent("write articles")
    return try changeFile(for: "kb edit", isDryRun: isDryRun) {
      let before = try article(name)
      var after = before
      try edit.apply(to: &after, settings.limits)
      return try change(before, to: after)
    }
  }

  /// Takes an article's whole text, as an editor left it. `article` is what the edit was based on:
  /// somebody else's work since then is not undone.
  package func replaceArticle(
    _ article: Article, with text: String, isDryRun: Bool = false
  ) throws -> Written<Article> {
    try permissions.requireAgent("write articles")
    let after = try Article(
      language: article.language, slug: article.slug, file: "the edited article", text: text)
    return try changeFile(for: "kb edit", isDryRun: isDryRun) {
      guard try articles.article(article.language, article.slug) == article else {
        throw Refusal.fileChanged(kind: "article", name: article.key.name)
      }
      return try change(article, to: after)
    }
  }

  /// The article with the times that a change brings along.
  private func change(_ before: Article, to edited: Article) throws -> (Article, FileChange?) {
    guard edited != before else { return (before, nil) }
    var after = edited
    after.updatedAt = now
    let isNewlyPublished = after.status == .published && before.status != .published
    if isNewlyPublished { after.publishedAt = now }
    return (after, try change(to: after, isNewlyPublished ? .articlePublished : .articleUpdated))
  }

  private func change(to article: Article, _ type: EventType) throws -> FileChange {
    try article.requireLegal(settings.limits)
    let meta = JSONObject([
      ("title", .string(article.title)), ("status", .string(article.status.rawValue)),
    ])
    let draft = EventDraft(type, article.key, meta: meta)
    return FileChange(draft: draft, kept: try articles.kept(article)) {
      try articles.write(article)
    }
  }
}
