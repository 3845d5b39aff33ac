/// A piece of a longer text, written in the little of Markdown that reads well everywhere:
/// paragraphs between blank lines, items after `- `, verbatim lines indented by two blanks.
enum ProseBlock: Equatable {
  case paragraph(String)
  case item(String)
  case verbatim([String])

  static func parse(_ text: String) -> [ProseBlock] {
    var blocks: [ProseBlock] = []
    var isContinued = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.allSatisfy(\.isWhitespace) {
        isContinued = false
      } else if !isContinued || !append(line, to: &blocks) {
        blocks.append(block(startingWith: line))
        isContinued = true
      }
    }
    return blocks
  }

  private static func block(startingWith line: String) -> ProseBlock {
    if line.hasPrefix("- ") { return .item(String(line.dropFirst(2))) }
    if line.hasPrefix("  ") { return .verbatim([String(line.dropFirst(2))]) }
    return .paragraph(line)
  }

  /// Continues the last block with a line where the line belongs to it.
  private static func append(_ line: String, to blocks: inout [ProseBlock]) -> Bool {
    switch (blocks.last, block(startingWith: line)) {
    case (.paragraph(let text), .paragraph):
      blocks[blocks.count - 1] = .paragraph(text + " " + line)
    case (.item(let text), .paragraph): blocks[blocks.count - 1] = .item(text + " " + line)
    case (.item(let text), .verbatim(let lines)):
      blocks[blocks.count - 1] = .item(text + " " + lines.joined())
    case (.verbatim(let lines), .verbatim(let more)):
      blocks[blocks.count - 1] = .verbatim(lines + more)
    default: return false
    }
    return true
  }
}

/// A text taken apart into plain pieces and those between backticks, which are code.
func codeSpans(of text: String) -> [(text: String, isCode: Bool)] {
  let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
  guard pieces.count % 2 == 1 else { return [(text, false)] }
  return pieces.enumerated().map { (String($1), $0 % 2 == 1) }.filter { !$0.0.isEmpty }
}
