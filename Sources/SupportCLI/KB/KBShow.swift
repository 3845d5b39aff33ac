import CommandKit
import SupportDesk
import SupportModel

/// Shows an article.
extension Command where Context == Session {
  static var kbShow: Command {
    Command(
      "show", "Show an article", needs: .desk, arguments: [KBParameter.slug],
      options: [KBParameter.language],
      details: """
        An article that is there in several languages is shown in the one asked for, else in the \
        desk's (`language` in support.json), else in any. LANGUAGE/SLUG is exactly that one. In a \
        pipe the file is written as it is. What customers open is counted, not who opened it.
        """,
      examples: ["support kb show reset-password", "support kb show reset-password -l de"]
    ) { call, session in
      let desk = try session.desk()
      let article = try desk.article(
        call[KBParameter.slug], language: call[KBParameter.language])
      let isUncounted = session.output.asksOnly(for: ArticleRow.uncounted)
      let tallies = isUncounted ? nil : try desk.articleTallies()
      if session.output.isText { try session.output.startPager(session) }
      try session.output.show(article.json(tallies?[article]), fields: Article.fields) {
        session.output.isTerminal ? ArticlePage(article, session).text : article.text
      }
      desk.noteView(of: article)
    }
  }
}
