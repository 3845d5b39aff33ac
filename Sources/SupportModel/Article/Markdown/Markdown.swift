/// A text in Markdown, parsed: what the terminal, the help site and the search read of an article.
///
/// CommonMark as people write it, with the tables and strikethrough of GitHub. HTML has no meaning
/// in it: tags are text like any other. Nothing that a stranger writes takes long or nests deep.
package struct Markdown: Hashable, Sendable {
  package let blocks: [MarkdownBlock]

  /// Lists, quotes and emphasis deeper than this are text.
  static let deepest = 16

  package init(_ text: String) {
    let lines = HeaderedText.lines(of: text).map(MarkdownLine.init)
    let references = MarkdownReferences(lines)
    blocks = MarkdownBlockParser(references: references, depth: 0).blocks(of: lines[...])
  }

  /// The headings, in their order, outside of quotes and lists.
  package var headings: [(level: Int, text: String)] {
    blocks.compactMap { block in
      guard case .heading(let level, let content) = block else { return nil }
      return (level, content.plainText)
    }
  }

  /// What is said, without any marks: a line for each heading, paragraph, line of code and cell.
  package var plainText: String { blocks.plainText }

  /// The beginning of the first paragraph, cut between words where it is longer.
  package func opening(length: Int) -> String {
    for case .paragraph(let content) in blocks {
      let text = content.plainText
      guard text.count > length else { return text }
      let cut = text.prefix(length)
      let end = cut.lastIndex(where: \.isWhitespace) ?? cut.endIndex
      return cut[..<end] + "…"
    }
    return ""
  }
}

/// A part of a text that stands on lines of its own.
package indirect enum MarkdownBlock: Hashable, Sendable {
  /// The level is 1 to 6.
  case heading(level: Int, [MarkdownInline])
  case paragraph([MarkdownInline])
  /// `language` is what stood behind the fence; `text` has no last line end.
  case code(language: String, text: String)
  case quote([MarkdownBlock])
  case list(MarkdownList)
  case table(MarkdownTable)
  case rule
}

/// A list; one without a `start` has no numbers.
package struct MarkdownList: Hashable, Sendable {
  package var start: Int?
  /// Whether its items stand without space between them.
  package var isTight: Bool
  package var items: [[MarkdownBlock]]
}

/// A table: every row has as many cells as the header.
package struct MarkdownTable: Hashable, Sendable {
  package enum Alignment: String, Sendable { case left, center, right }

  package var alignments: [Alignment?]
  package var header: [[MarkdownInline]]
  package var rows: [[[MarkdownInline]]]
}

/// A part of a line. Addresses are such as a link may have without harm: see `MarkdownAddress`.
package indirect enum MarkdownInline: Hashable, Sendable {
  case text(String)
  case code(String)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  case struck([MarkdownInline])
  case link([MarkdownInline], address: String)
  case image(alt: String, address: String)
  case lineBreak
}

extension Collection<MarkdownBlock> {
  package var plainText: String { flatMap(\.plainLines).joined(separator: "\n") }
}

extension [MarkdownInline] {
  package var plainText: String { map(\.plainText).joined() }

  /// The same with the texts of links in their place.
  var withoutLinks: [MarkdownInline] {
    flatMap { (inline) -> [MarkdownInline] in
      switch inline {
      case .link(let content, _): content
      case .emphasis(let content): [.emphasis(content.withoutLinks)]
      case .strong(let content): [.strong(content.withoutLinks)]
      case .struck(let content): [.struck(content.withoutLinks)]
      case .text, .code, .image, .lineBreak: [inline]
      }
    }
  }
}

extension MarkdownInline {
  fileprivate var plainText: String {
    switch self {
    case .text(let text), .code(let text), .image(let text, _): text
    case .emphasis(let content), .strong(let content), .struck(let content), .link(let content, _):
      content.plainText
    case .lineBreak: " "
    }
  }
}

extension MarkdownBlock {
  fileprivate var plainLines: [String] {
    switch self {
    case .heading(_, let content), .paragraph(let content): [content.plainText]
    case .code(_, let text): [text]
    case .quote(let blocks): blocks.flatMap(\.plainLines)
    case .list(let list): list.items.flatMap { $0.flatMap(\.plainLines) }
    case .table(let table): (table.header + table.rows.flatMap { $0 }).map(\.plainText)
    case .rule: []
    }
  }
}
