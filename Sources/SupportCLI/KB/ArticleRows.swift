import CommandKit
import SupportDesk
import SupportModel

/// How articles look in a list.
enum ArticleRow {
  /// The fields that are known without reading the log.
  static let uncounted = Article.fields.filter {
    !["views", "helpful", "not_helpful"].contains($0)
  }

  static func listing(_ tallies: ArticleTallies?) -> Listing<Article> {
    Listing(
      columns: [
        Column("LANG", plain: \.language),
        Column("SLUG", plain: \.slug),
        Column("STATUS") {
          $0.status.rawValue
        } shown: { article in
          Cell(article.status.rawValue, article.status == .published ? .plain : .yellow)
        },
        Column("CATEGORY") { $0.category ?? "" },
        Column("TITLE", isElastic: true, plain: \.title),
      ],
      fields: Article.fields, json: { $0.json(tallies?[$0]) })
  }
}

/// How found articles are written: on a terminal two lines each, with the words that were searched
/// for set off.
struct ArticleHits {
  let session: Session

  func write(_ hits: [FoundArticle]) throws {
    guard session.output.isTerminal, session.output.isText else {
      return try session.output.list(hits, listing)
    }
    for hit in hits {
      let title = Style.bold.wrap(Visible.line(hit.article.title), session.output.isColoured)
      try session.output.write("\(title)  \(hit.article.language)/\(hit.article.slug)\n")
      let text = FoundText(snippet: hit.snippet, marks: hit.marks)
      let width = min(session.output.width, 100) - 2
      for line in text.lines(width: width, isColoured: session.output.isColoured) {
        try session.output.write("  \(line)\n")
      }
    }
  }

  private var listing: Listing<FoundArticle> {
    Listing(
      columns: [
        Column("SLUG") { $0.article.slug }, Column("SCORE") { scoreText($0.score) },
        Column("TITLE") { $0.article.title }, Column("SNIPPET", plain: \.snippet),
      ],
      fields: ["score", "snippet"] + ArticleRow.uncounted,
      json: { hit in
        var json = JSONObject([
          ("score", .number(hit.score)), ("snippet", .string(hit.snippet)),
        ])
        for member in hit.article.json().members { json[member.key] = member.value }
        return json
      })
  }
}
