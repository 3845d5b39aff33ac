import CommandKit
import SupportDesk
import SupportModel

/// Shows an article.
extension Command where Context == Session {
  static var kbShow: Command {
    Command(
      "show", "Show an article", needs: .desk, arguments: [KBParameter.slug],
      examples: ["support kb show reset-password"]
    ) { call, session in
      let article = try session.desk().article(call[KBParameter.slug])
      if session.output.isText { try session.output.startPager(session) }
      try session.output.show(article.json, fields: ArticleRow.fields) {
        session.output.isTerminal ? Visible.body(article.text) : article.text
      }
    }
  }
}
