import CommandKit
import SupportDesk
import SupportModel

private let query = Argument.many(
  "QUERY", "Words, \"phrases\", -word, word*, title:word", takesDashWords: true)

/// Searches the articles.
extension Command where Context == Session {
  static var kbSearch: Command {
    Command(
      "search", "Search the articles", needs: .desk, arguments: [query],
      options: [Shared.limit(default: "10 on a terminal, all in a pipe")],
      details: """
        The best comes first. Words with - in front go in quotes together with the others, or behind \
        `--`. In a pipe each line is slug, score, title and snippet.
        """,
      examples: ["support kb search reset password", "support kb search '\"two factor\" -app'"],
      isCommon: true
    ) { call, session in
      let text = call[query].joined(separator: " ")
      let limit = call[Shared.limit] ?? (session.output.isTerminal ? 10 : .max - 1)
      let found = try session.desk().searchArticles(text, limit: limit + 1)
      try ArticleHits(session: session).write(Array(found.hits.prefix(limit)))
      if found.hits.count > limit {
        session.output.note("showing the best \(limit); more with -n")
      } else if found.hits.isEmpty {
        session.output.note("no article matches")
        if let suggestion = found.suggestion { session.output.note("hint: try \(suggestion)") }
      }
      session.report(broken: found.broken)
    }
  }
}
