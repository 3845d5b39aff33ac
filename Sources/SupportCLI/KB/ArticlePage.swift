import CommandKit
import SupportModel

/// One article for a terminal: a head of facts, then its text laid out.
struct ArticlePage {
  let article: Article
  let session: Session

  init(_ article: Article, _ session: Session) { (self.article, self.session) = (article, session) }

  private var isColoured: Bool { session.output.isColoured }

  var text: String {
    let width = min(session.output.width, 100)
    let page = MarkdownPage(isColoured: isColoured)
    return head + "\n" + page.lines(of: article.content, width: width).map { $0 + "\n" }.joined()
  }

  private var head: String {
    var text = Style.bold.wrap(Visible.line(article.title), isColoured) + "\n"
    for (label, value) in facts where !value.isEmpty {
      let space = String(repeating: " ", count: max(1, 12 - label.count))
      text += Style.dim.wrap(label, isColoured) + space + Visible.line(value) + "\n"
    }
    return text
  }

  private var facts: [(String, String)] {
    [
      ("article", article.key.name), ("status", article.status.rawValue),
      ("category", article.category ?? ""), ("tags", article.tags.joined(separator: ", ")),
      ("author", article.author ?? ""), ("excerpt", article.excerpt ?? ""),
      ("published", article.publishedAt.map(time) ?? ""),
      ("changed", article.updatedAt.map(time) ?? ""),
    ]
  }

  private func time(_ time: Instant) -> String {
    "\(TimeText.absolute(time)) (\(TimeText.relative(time, to: session.now)))"
  }
}
