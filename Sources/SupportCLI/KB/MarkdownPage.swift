import CommandKit
import SupportModel

/// Markdown laid out for a terminal. What strangers wrote in it is made harmless; looks are colours
/// where there are any, and plain characters otherwise.
struct MarkdownPage {
  let isColoured: Bool

  /// Text gets no narrower than this, however deep it is nested.
  private static let narrowest = 20

  /// The blocks in lines of at most `width` columns, but for code, tables and long words.
  func lines(of blocks: [MarkdownBlock], width: Int) -> [String] {
    blocks.enumerated().flatMap { place, block in
      (place == 0 ? [] : [""]) + lines(of: block, max(width, Self.narrowest))
    }
  }

  private func lines(of block: MarkdownBlock, _ width: Int) -> [String] {
    switch block {
    case .heading(let level, let content): heading(level, content, width)
    case .paragraph(let content): text(content).lines(width: width, isColoured)
    case .code(_, let text): code(text)
    case .quote(let blocks):
      lines(of: blocks, width: width - 2).map { Style.dim.wrap("│", isColoured) + " " + $0 }
    case .list(let list): lines(of: list, width)
    case .table(let table): lines(of: table)
    case .rule: [Style.dim.wrap(String(repeating: "─", count: min(width, 40)), isColoured)]
    }
  }

  private func heading(_ level: Int, _ content: [MarkdownInline], _ width: Int) -> [String] {
    let looks: Set<TextLook> = level == 1 ? [.bold, .underlined] : [.bold]
    let lines = text(content, looks).lines(width: width, isColoured)
    guard !isColoured, level <= 2 else { return lines }
    let longest = lines.map { displayWidth($0) }.max() ?? 0
    return lines + [String(repeating: level == 1 ? "=" : "-", count: longest)]
  }

  private func code(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let expanded = line.split(separator: "\t", omittingEmptySubsequences: false)
        .joined(separator: "    ")
      return line.isEmpty ? "" : "    " + Style.cyan.wrap(Visible.line(expanded), isColoured)
    }
  }

  private func lines(of list: MarkdownList, _ width: Int) -> [String] {
    let last = (list.start ?? 0) + list.items.count - 1
    let room = list.start == nil ? 2 : String(last).count + 2
    return list.items.enumerated().flatMap { place, item in
      let mark = list.start.map { "\($0 + place)." } ?? "•"
      let front = mark + String(repeating: " ", count: room - mark.count)
      let inside = tight(item, list.isTight, width - room)
      let lines = (inside.isEmpty ? [""] : inside).enumerated().map { number, line in
        number == 0 ? front + line : line.isEmpty ? "" : String(repeating: " ", count: room) + line
      }
      return (place == 0 || list.isTight ? [] : [""]) + lines
    }
  }

  /// The blocks of an item; in a tight list a list below a text follows it at once.
  private func tight(_ item: [MarkdownBlock], _ isTight: Bool, _ width: Int) -> [String] {
    guard isTight else { return lines(of: item, width: width) }
    return item.flatMap { lines(of: $0, max(width, Self.narrowest)) }
  }

  private func lines(of table: MarkdownTable) -> [String] {
    let rows = [table.header.map { text($0, [.bold]) }] + table.rows.map { $0.map { text($0) } }
    let widths = table.header.indices.map { column in rows.map { $0[column].width }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        cell.padded(to: widths[column], table.alignments[column], isColoured)
      }
      return cells.joined(separator: " │ ").trimmingEnd
    }
    let border = widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─")
    return [lines[0], border] + lines.dropFirst()
  }

  private func text(_ content: [MarkdownInline], _ looks: Set<TextLook> = []) -> StyledText {
    var text = StyledText()
    add(content, looks, to: &text)
    return text
  }

  private func add(
    _ content: [MarkdownInline], _ looks: Set<TextLook>, to text: inout StyledText
  ) {
    for inline in content {
      switch inline {
      case .text(let plain): text.add(plain, looks)
      case .code(let code): text.add(isColoured ? code : "`\(code)`", looks.union([.cyan]))
      case .emphasis(let inside): add(inside, looks.union([.italic]), to: &text)
      case .strong(let inside): add(inside, looks.union([.bold]), to: &text)
      case .struck(let inside): add(inside, looks.union([.struck]), to: &text)
      case .link(let inside, let address):
        add(inside, looks.union([.underlined]), to: &text)
        if !address.hasSuffix(inside.plainText) { text.add(" <\(address)>", looks.union([.dim])) }
      case .image(let alt, let address):
        text.add("[\(alt.isEmpty ? "image" : alt)]", looks)
        text.add(" <\(address)>", looks.union([.dim]))
      case .lineBreak: text.endLine()
      }
    }
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmingEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}
