import CommandKit
import SupportDesk
import SupportModel

private let drafts = Option.flag("drafts", "Also articles that are not published yet")

/// Suggests articles that answer a ticket or a text: one command under two names.
extension Command where Context == Session {
  static var kbSuggest: Command {
    suggest(
      examples: [
        "support kb suggest k7q", "support kb suggest printer says offline",
        "support kb suggest --text k7q", "support kb suggest -F mail.txt --json=slug,words",
      ])
  }

  static var ticketSuggest: Command {
    suggest(examples: ["support ticket suggest k7q", "support ticket suggest k7q -l de"])
  }

  private static func suggest(examples: [String]) -> Command {
    Command(
      "suggest", "Suggest articles that would answer a ticket or a text", needs: .desk,
      arguments: [AskedParameter.words],
      options: AskedParameter.options + [
        KBParameter.language, drafts, Shared.limit(default: "5"),
      ],
      details: """
        Takes the words that tell most of what is asked, and finds published articles about them. \
        The score is the part of the question that an article is about, from 0 to 1; below 0.10 \
        nothing is suggested. An article in several languages is suggested in that of --language, \
        else of the question, else of the desk. In a pipe each line is slug, language, score, \
        title, the words that matched, and a line of the article.

        \(AskedParameter.details)
        """,
      examples: examples
    ) { call, session in
      let desk = try session.desk()
      let found = try desk.suggestArticles(
        for: try session.asked(call, desk), language: call[KBParameter.language],
        withDrafts: call[drafts])
      let limit = call[Shared.limit] ?? 5
      try SuggestedArticles(session: session).write(Array(found.hits.prefix(limit)))
      if found.hits.isEmpty {
        session.output.note("no article fits")
      } else if found.hits.count > limit {
        session.output.note("showing the best \(limit) of \(found.hits.count); more with -n")
      }
      session.report(broken: found.broken)
    }
  }
}

/// How suggested articles are written: on a terminal some lines each, with why they are.
private struct SuggestedArticles {
  let session: Session

  func write(_ hits: [FoundArticle]) throws {
    let output = session.output
    guard output.isTerminal, output.isText else { return try output.list(hits, listing) }
    let width = min(output.width, 100) - 2
    for hit in hits {
      let title = Style.bold.wrap(Visible.line(hit.article.title), output.isColoured)
      let words = Visible.line(hit.words.joined(separator: ", "))
      let why = Style.dim.wrap(cut(words, to: width), output.isColoured)
      try output.write("\(title)  \(hit.article.language)/\(hit.article.slug)\n  \(why)\n")
      for line in FoundText(snippet: hit.snippet, marks: hit.marks)
        .lines(width: width, isColoured: output.isColoured)
      {
        try output.write("  \(line)\n")
      }
    }
  }

  private var listing: Listing<FoundArticle> {
    Listing(
      columns: [
        Column("SLUG") { $0.article.slug }, Column("LANG") { $0.article.language },
        Column("SCORE") { scoreText($0.score) }, Column("TITLE") { $0.article.title },
        Column("WORDS") { $0.words.joined(separator: ", ") }, Column("SNIPPET", plain: \.snippet),
      ],
      fields: ["score", "words", "snippet"] + ArticleRow.uncounted,
      json: { hit in
        var json = JSONObject([
          ("score", .number(hundredths(hit.score))),
          ("words", .array(hit.words.map(JSON.string))), ("snippet", .string(hit.snippet)),
        ])
        for member in hit.article.json().members { json[member.key] = member.value }
        return json
      })
  }
}

/// A number rounded to two decimals.
func hundredths(_ number: Double) -> Double { (number * 100).rounded() / 100 }
