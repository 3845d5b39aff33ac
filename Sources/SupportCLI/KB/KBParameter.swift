import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the article commands share.
enum KBParameter {
  static let slug = Argument.one(
    "SLUG", "The article, also as LANGUAGE/SLUG", completes: .live("article"))
  static let category = Option.text(
    "category", short: "c", value: "CATEGORY", "The category, '' for none",
    completes: .live("category"))
  static let excerpt = Option.text(
    "excerpt", value: "TEXT", "One line that says what it is good for")
  static let tags = Option.texts("tag", value: "[+|-]TAG", "Add a tag, or take one away")
}

extension ArticleEdit {
  /// What the options that new and edited articles share say.
  init(_ call: Call) {
    self.init()
    category = call[KBParameter.category]
    excerpt = call[KBParameter.excerpt]
    (addTags, removeTags) = SignedWords.split(call[KBParameter.tags])
  }
}

extension Session {
  /// Says what became of an article, or that it is as it was `before`.
  func show(
    _ article: Article, said: String, unless before: Article? = nil, isDryRun: Bool = false
  ) throws {
    let what = article == before ? "unchanged" : isDryRun ? "would be \(said)" : said
    try output.show(article.json, fields: ArticleRow.fields) {
      "\(article.language)/\(article.slug) \(what)\n"
    }
  }
}
