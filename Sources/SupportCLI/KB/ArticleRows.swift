import CommandKit
import SupportDesk
import SupportModel

/// How articles look in a list.
enum ArticleRow {
  static let fields = [
    "slug", "language", "title", "status", "category", "tags", "author", "excerpt", "created_at",
    "updated_at", "published_at", "body",
  ]

  static var listing: Listing<Article> {
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
      fields: fields, json: \.json)
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
      for line in lines(hit, width: min(session.output.width, 100) - 2) {
        try session.output.write("  \(line)\n")
      }
    }
  }

  private var listing: Listing<FoundArticle> {
    Listing(
      columns: [
        Column("SLUG") { $0.article.slug }, Column("SCORE") { score($0.score) },
        Column("TITLE") { $0.article.title }, Column("SNIPPET", plain: \.snippet),
      ],
      fields: ["score", "snippet"] + ArticleRow.fields,
      json: { hit in
        var json = JSONObject([
          ("score", .number(hit.score)), ("snippet", .string(hit.snippet)),
        ])
        for member in hit.article.json.members { json[member.key] = member.value }
        return json
      })
  }

  /// Two digits behind the point.
  private func score(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100).\(padded(hundredths % 100, to: 2))"
  }

  /// The snippet in lines of a width, with the marked parts set off. Colours take no room, so words
  /// are measured before they get theirs.
  private func lines(_ hit: FoundArticle, width: Int) -> [String] {
    var lines: [String] = []
    var (line, used) = ("", 0)
    for word in words(hit) {
      let length = displayWidth(word.text)
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 { (line, used) = (line + " ", used + 1) }
      line += word.isMarked ? Style.yellow.wrap(word.text, session.output.isColoured) : word.text
      used += length
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The words of the snippet; a word is marked when a mark touches it.
  private func words(_ hit: FoundArticle) -> [(text: String, isMarked: Bool)] {
    let bytes = Array(hit.snippet.utf8)
    return bytes.indices.split { bytes[$0] == UInt8(ascii: " ") }.map { place in
      let text = String(decoding: bytes[place], as: UTF8.self)
      let range = place.startIndex..<place.endIndex
      return (Visible.line(text), hit.marks.contains { $0.overlaps(range) })
    }
  }
}
