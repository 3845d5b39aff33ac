import CommandKit
import SupportDesk
import SupportModel

private let status = Option.choice(
  "status", value: "STATUS", "Only these", of: Article.Status.allCases.map(\.rawValue))

/// Lists the articles.
extension Command where Context == Session {
  static var kbList: Command {
    Command(
      "list", "List the articles", needs: .desk, options: [status],
      details: "In a pipe each line is language, slug, status, category and title.",
      examples: ["support kb list", "support kb list --status draft"]
    ) { call, session in
      let articles = try session.desk().allArticles()
      let wanted = articles.values.filter { article in
        call[status].map { $0 == article.status.rawValue } ?? true
      }
      try session.output.list(wanted, ArticleRow.listing)
      session.report(broken: articles.broken)
    }
  }
}
