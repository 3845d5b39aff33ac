import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the article commands share.
enum KBParameter {
  static let slug = Argument.one(
    "SLUG", "The article, also as LANGUAGE/SLUG", completes: .live("article"))
  static let language = Option.text(
    "language", short: "l", value: "TAG",
    "The language to prefer, where it is there in several", default: "the desk's",
    completes: .live("language"))
  static let category = Option.text(
    "category", short: "c", value: "CATEGORY", "The category, such as account/sign-in; '' for none",
    completes: .live("kb-category"))
  static let excerpt = Option.text(
    "excerpt", value: "TEXT", "One line that says what it is good for")
  static let description = Option.text(
    "description", value: "TEXT", "What search engines show of it; without one, the excerpt")
  static let tags = Option.texts("tag", value: "[+|-]TAG", "Add a tag, or take one away")
}

extension ArticleEdit {
  /// What the options that new and edited articles share say.
  init(_ call: Call) {
    self.init()
    category = call[KBParameter.category]
    excerpt = call[KBParameter.excerpt]
    metaDescription = call[KBParameter.description]
    (addTags, removeTags) = SignedWords.split(call[KBParameter.tags])
  }
}

extension Session {
  /// Says what became of an article, or that it is as it was `before`.
  func show(
    _ article: Article, said: String, unless before: Article? = nil, isDryRun: Bool = false
  ) throws {
    let what = article == before ? "unchanged" : isDryRun ? "would be \(said)" : said
    let tallies = output.isText ? nil : try desk().articleTallies()
    try output.show(article.json(tallies?[article]), fields: Article.fields) {
      "\(article.key.name) \(what)\n"
    }
  }

  /// Gives an article another status.
  func change(
    _ call: Call, to status: Article.Status
  ) throws {
    var edit = ArticleEdit()
    edit.status = status
    let (name, language) = (call[KBParameter.slug], call[KBParameter.language])
    let desk = try desk()
    let before = try desk.article(name, language: language)
    let article = try settled(
      desk.editArticle(
        before.key.name, language: language, edit, isDryRun: call[Shared.dryRun]))
    try show(article, said: status.rawValue, unless: before, isDryRun: call[Shared.dryRun])
  }
}
