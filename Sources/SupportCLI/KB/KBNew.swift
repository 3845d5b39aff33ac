import CommandKit
import SupportDesk
import SupportModel

private let newSlug = Argument.one("SLUG", "A short name such as reset-password")
private let newTitle = Option.required("title", short: "t", value: "TITLE", "The title")
private let newText = Option.text(
  "message", short: "m", value: "TEXT", "The text; without it and -F the editor opens")
private let language = Option.text(
  "language", short: "l", value: "TAG", "The language, a tag such as en or pt-br",
  default: "the desk's", completes: .live("language"))
private let publish = Option.flag("publish", "Publish it at once")

/// Writes an article.
extension Command where Context == Session {
  static var kbNew: Command {
    Command(
      "new", "Write an article", needs: .desk, arguments: [newSlug],
      options: [
        newTitle, newText, Shared.file, language, KBParameter.category, KBParameter.excerpt,
        KBParameter.description, KBParameter.tags, publish, Shared.dryRun,
      ],
      details: "The text is Markdown. Without --publish the article is a draft.",
      examples: ["support kb new reset-password -t 'Reset your password' -F reset.md --publish"]
    ) { call, session in
      var edit = ArticleEdit(call)
      edit.title = call[newTitle]
      if call[publish] { edit.status = .published }
      let article = try session.withMessage(
        call, draft: "kb-\(call[newSlug])", hint: "The article, in Markdown."
      ) { body in
        edit.body = body
        return try session.settled(
          session.desk().newArticle(
            call[newSlug], language: call[language], edit, isDryRun: call[Shared.dryRun]))
      }
      try session.show(article, said: article.status.rawValue, isDryRun: call[Shared.dryRun])
    }
  }
}
