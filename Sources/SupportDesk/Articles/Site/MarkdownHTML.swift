import SupportModel

/// Writes Markdown as HTML.
struct MarkdownHTML {
  /// What is added to the levels of headings: a page has its title above them.
  let levelShift: Int
  /// Where a link of an article leads in the site; nil where there is no such page.
  let resolve: (String) -> String?
  /// The names of places that are taken already.
  private var anchors: Set<String> = ["content", "query", "results", "search"]

  init(levelShift: Int, resolve: @escaping (String) -> String?) {
    (self.levelShift, self.resolve) = (levelShift, resolve)
  }

  mutating func text(of blocks: [MarkdownBlock]) -> String {
    var html = ""
    for block in blocks { html += text(of: block) + "\n" }
    return html
  }

  private mutating func text(of block: MarkdownBlock) -> String {
    switch block {
    case .heading(let level, let content):
      let tag = "h\(min(6, level + levelShift))"
      let anchor = freeAnchor(content.plainText)
      return "<\(tag) id=\"\(HTML.text(anchor))\">\(text(of: content))</\(tag)>"
    case .paragraph(let content): return "<p>\(text(of: content))</p>"
    case .code(_, let code): return "<pre><code>\(HTML.text(code))</code></pre>"
    case .quote(let blocks): return "<blockquote>\n\(text(of: blocks))</blockquote>"
    case .list(let list): return text(of: list)
    case .table(let table): return text(of: table)
    case .rule: return "<hr>"
    }
  }

  private mutating func freeAnchor(_ title: String) -> String {
    let name = HTML.anchor(title)
    var anchor = name
    var number = 2
    while !anchors.insert(anchor).inserted {
      anchor = "\(name)-\(number)"
      number += 1
    }
    return anchor
  }

  private mutating func text(of list: MarkdownList) -> String {
    let tag = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    var html = "<\(tag)\(start)>\n"
    for item in list.items { html += "<li>\(text(ofItem: item, list.isTight))</li>\n" }
    return html + "</\(tag)>"
  }

  private mutating func text(ofItem blocks: [MarkdownBlock], _ isTight: Bool) -> String {
    var parts: [String] = []
    for block in blocks {
      if isTight, case .paragraph(let content) = block {
        parts.append(text(of: content))
      } else {
        parts.append(text(of: block))
      }
    }
    return parts.joined(separator: "\n")
  }

  private func text(of table: MarkdownTable) -> String {
    func row(_ cells: [[MarkdownInline]], _ tag: String) -> String {
      let cells = zip(cells, table.alignments).map { cell, alignment in
        let look = alignment.map { " class=\"\($0.rawValue)\"" } ?? ""
        return "<\(tag)\(look)>\(text(of: cell))</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    let rows = table.rows.map { row($0, "td") }.joined()
    let body = rows.isEmpty ? "" : "<tbody>\n\(rows)</tbody>\n"
    return "<div class=\"table\"><table>\n<thead>\n\(row(table.header, "th"))</thead>\n\(body)"
      + "</table></div>"
  }

  func text(of content: [MarkdownInline]) -> String { content.map(text(of:)).joined() }

  private func text(of inline: MarkdownInline) -> String {
    switch inline {
    case .text(let text): HTML.text(text)
    case .code(let code): "<code>\(HTML.text(code))</code>"
    case .emphasis(let content): "<em>\(text(of: content))</em>"
    case .strong(let content): "<strong>\(text(of: content))</strong>"
    case .struck(let content): "<del>\(text(of: content))</del>"
    case .link(let content, let address):
      resolve(address).map { "<a href=\"\(HTML.text($0))\">\(text(of: content))</a>" }
        ?? text(of: content)
    case .image(let alt, let address):
      "<img src=\"\(HTML.text(address))\" alt=\"\(HTML.text(alt))\">"
    case .lineBreak: "<br>\n"
    }
  }
}
