/// Texts as GitHub Flavored Markdown wants them.
enum Markdown {
  /// Running text: what Markdown would take for markup is escaped, code in backticks stays.
  static func prose(_ text: String) -> String {
    codeSpans(of: text).map { $0.isCode ? "`\($0.text)`" : escape($0.text) }.joined()
  }

  /// A table's cell may hold no bar, not even in code.
  static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static func escape(_ text: String) -> String {
    text.map { "\\`*_<>[]".contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}

/// A Markdown page as it grows: blocks with a blank line between them.
struct MarkdownText {
  private(set) var rendered = ""
  private var endsInItem = false

  mutating func heading(_ level: Int, _ text: String) {
    block(String(repeating: "#", count: level) + " " + text)
  }

  mutating func paragraph(_ markdown: String) { block(markdown) }

  mutating func code(_ lines: [String]) {
    block("```sh\n" + lines.joined(separator: "\n") + "\n```")
  }

  mutating func item(_ markdown: String) {
    if endsInItem { rendered += "- \(markdown)\n" } else { block("- \(markdown)") }
    endsInItem = true
  }

  mutating func list(_ title: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    heading(2, title)
    for item in items { self.item(item) }
  }

  mutating func prose(_ text: String) {
    for block in ProseBlock.parse(text) {
      switch block {
      case .paragraph(let text): paragraph(Markdown.prose(text))
      case .item(let text): item(Markdown.prose(text))
      case .verbatim(let lines): self.block("```\n" + lines.joined(separator: "\n") + "\n```")
      }
    }
  }

  mutating func options(_ title: String, _ shapes: [ParameterShape]) {
    guard !shapes.isEmpty else { return }
    heading(2, title)
    table(["Option", "Meaning"], shapes)
  }

  mutating func table(_ head: [String], _ shapes: [ParameterShape]) {
    guard !shapes.isEmpty else { return }
    let rows = shapes.map { shape in
      [
        Markdown.cell("`\(Synopsis.label(of: shape).text)`"),
        Markdown.cell(Markdown.prose(shape.fullHelp)),
      ]
    }
    let lines = [head, head.map { _ in "---" }] + rows
    block(lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n"))
  }

  private mutating func block(_ text: String) {
    if !rendered.isEmpty { rendered += "\n" }
    rendered += text + "\n"
    endsInItem = false
  }
}
