import CommandKit
import SupportModel

/// Options that choose among the articles.
enum KBChoice {
  private static let status = Option.choice(
    "status", value: "STATUS", "Only these", of: Article.Status.allCases.map(\.rawValue))
  private static let category = Option.text(
    "category", short: "c", value: "CATEGORY", "Only those of a category or one below it",
    completes: .live("kb-category"))
  private static let tags = Option.texts(
    "tag", value: "TAG", "Only those with the tag, of several with all of them")
  private static let language = Option.text(
    "language", short: "l", value: "TAG", "Only those in a language", completes: .live("language"))
  private static let author = Option.text(
    "author", value: "AGENT", "Only those by an author", completes: .live("agent"))

  static let options: [any Parameter] = [status, category, tags, language, author]

  static func choice(_ call: Call) -> ArticleChoice {
    var choice = ArticleChoice()
    choice.status = call[status].flatMap(Article.Status.init)
    choice.category = call[category]
    choice.tags = call[tags]
    choice.language = call[language]?.lowercased()
    choice.author = call[author]
    return choice
  }
}
