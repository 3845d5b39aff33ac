import CommandKit
import SupportDesk
import SupportModel

/// Lists the articles.
extension Command where Context == Session {
  static var kbList: Command {
    Command(
      "list", "List the articles", needs: .desk, options: KBChoice.options,
      details: """
        In a pipe each line is language, slug, status, category and title. With --json also how \
        often customers opened each article, and how many people found it helpful or not.
        """,
      examples: [
        "support kb list", "support kb list --status draft --author ada",
        "support kb list --category account --language de", "support kb list --json=slug,views",
      ]
    ) { call, session in
      let desk = try session.desk()
      let articles = try desk.articles(KBChoice.choice(call))
      let isUncounted = session.output.asksOnly(for: ArticleRow.uncounted)
      let tallies = isUncounted ? nil : try desk.articleTallies()
      try session.output.list(articles.values, ArticleRow.listing(tallies))
      session.report(broken: articles.broken)
    }
  }
}
