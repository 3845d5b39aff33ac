import SupportModel
import SupportStore

extension Desk {
  /// The articles that exist for this person: customers see published ones.
  /// Only staff is told of files that are broken.
  package func allArticles() throws -> ReadFiles<Article> {
    var all = try articles.all()
    all.values.removeAll { !isVisible($0) }
    if !person.isStaff { all.broken = [] }
    return all
  }

  /// Those of them that are asked for.
  package func articles(_ choice: ArticleChoice) throws -> ReadFiles<Article> {
    var chosen = try allArticles()
    chosen.values.removeAll { !choice.takes($0) }
    return chosen
  }

  private func isVisible(_ article: Article) -> Bool {
    person.isStaff || article.status == .published
  }

  /// An article by `language/slug`, or by its slug in the best of its languages: the one that is
  /// asked for, the desk's, any.
  package func article(_ name: String, language: String? = nil) throws -> Article {
    let parts = name.split(separator: "/").map(String.init)
    let languages =
      parts.count == 2
      ? [parts[0]]
      : Article.languages(
        try articles.languages(), asked: language?.lowercased(), desk: settings.language)
    for language in languages {
      if let article = try visibleArticle(language, parts.last ?? "") { return article }
    }
    let known = Set(try allArticles().values.map(\.slug)).sorted()
    throw DeskError.notFound(kind: "article", name: name, known: known)
  }

  /// What is wrong with a file is told to staff only.
  private func visibleArticle(_ language: String, _ slug: String) throws -> Article? {
    do {
      return try articles.article(language, slug).flatMap { isVisible($0) ? $0 : nil }
    } catch is SettingsError where !person.isStaff { return nil }
  }

  package func newArticle(
    _ slug: String, language: String? = nil, _ edit: ArticleEdit, isDryRun: Bool = false
  ) throws -> Written<Article> {
    try permissions.requireAgent("write articles")
    let language = language?.lowercased() ?? settings.language
    guard Article.isLegal(slug: slug) else {
      throw Refusal.invalid(
        field: "slug", value: slug, expected: "lower-case letters, digits and single -")
    }
    guard Article.isLegal(language: language) else {
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
    _ name: String, language: String? = nil, _ edit: ArticleEdit, isDryRun: Bool = false
  ) throws -> Written<Article> {
    try permissions.requireAgent("write articles")
    return try changeFile(for: "kb edit", isDryRun: isDryRun) {
      let before = try article(name, language: language)
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
    var type = EventType.articleUpdated
    if after.status != before.status {
      if after.status == .published { (type, after.publishedAt) = (.articlePublished, now) }
      if after.status == .archived { type = .articleArchived }
    }
    return (after, try change(to: after, type))
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
