import SupportModel

/// What the search box searches: a script, because pages that are files may load scripts and nothing
/// else.
struct HelpIndex {
  let text: String

  /// So much of an article's text is searched, in characters.
  private static let longest = 20_000

  init(_ volume: HelpVolume) {
    let entries = volume.articles.map { article in
      let content = article.content.plainText
      return JSON.object(
        JSONObject([
          ("path", .string(volume.path(article))), ("title", .string(article.title)),
          ("category", .string(article.category ?? "")),
          ("tags", .string(article.tags.joined(separator: " "))),
          ("summary", .string(article.summary)),
          ("headings", .string(article.headings.joined(separator: "\n"))),
          ("body", .string(String(content.prefix(Self.longest)))),
        ])
      ).compact
    }
    text = "const helpArticles = [\n" + entries.map { $0 + ",\n" }.joined() + "];\n"
  }
}
