/// A line of Markdown, measured once: how far it is indented, and what it says.
struct MarkdownLine {
  /// In columns; a tab reaches to the next multiple of four.
  let indent: Int
  /// The line without blanks in front.
  let text: Substring

  init(_ line: Substring) { self.init(indent: 0, line) }

  /// A line of which something was taken off the front up to a column.
  init(indent start: Int, _ line: Substring) {
    var (column, text) = (start, line)
    while let blank = text.first, blank == " " || blank == "\t" {
      column = blank == " " ? column + 1 : (column / 4 + 1) * 4
      text = text.dropFirst()
    }
    (indent, self.text) = (column, text)
  }

  private init(at indent: Int, _ text: Substring) { (self.indent, self.text) = (indent, text) }

  var isBlank: Bool { text.isEmpty }
  /// Whether it is indented too far to begin anything but code.
  var isIndented: Bool { indent >= 4 }

  /// The line with at most so many columns of its indentation taken off.
  func dedented(_ columns: Int) -> MarkdownLine {
    MarkdownLine(at: max(0, indent - columns), text)
  }

  /// The line with its indentation as blanks.
  var whole: String { String(repeating: " ", count: indent) + text }

  /// What is quoted, where the line begins with `>`.
  var quoted: MarkdownLine? {
    guard !isIndented, text.first == ">" else { return nil }
    let rest = text.dropFirst()
    return MarkdownLine(rest.first == " " ? rest.dropFirst() : rest)
  }

  /// Three or more of one of `*`, `-` and `_`, and nothing else but blanks.
  var isRule: Bool {
    guard !isIndented, let mark = text.first, "*-_".contains(mark) else { return false }
    return text.allSatisfy { $0 == mark || $0 == " " || $0 == "\t" }
      && text.count(where: { $0 == mark }) >= 3
  }

  /// The level and content of a heading such as `## Content ##`.
  var heading: (level: Int, content: Substring)? {
    let marks = text.prefix { $0 == "#" }
    guard !isIndented, (1...6).contains(marks.count) else { return nil }
    let rest = text.dropFirst(marks.count)
    guard rest.first.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
    var content = trimmed(rest)[...]
    let bare = content.trimmingSuffix("#")
    if bare.isEmpty || bare.last == " " { content = trimmed(bare)[...] }
    return (marks.count, content)
  }

  /// The level of a heading that this line underlines.
  var underline: Int? {
    guard !isIndented, let mark = text.first, mark == "=" || mark == "-" else { return nil }
    let bare = text.trimmingSuffix(" ").trimmingSuffix("\t")
    return bare.allSatisfy { $0 == mark } ? (mark == "=" ? 1 : 2) : nil
  }

  /// The fence of a block of code, with what stands behind it.
  var fence: (mark: Character, count: Int, language: String)? {
    guard !isIndented, let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let count = text.prefix { $0 == mark }.count
    let rest = text.dropFirst(count)
    guard count >= 3, mark == "~" || !rest.contains("`") else { return nil }
    return (mark, count, rest.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "")
  }

  /// Whether the line ends a block of code that began with this fence.
  func closes(_ fence: (mark: Character, count: Int, language: String)) -> Bool {
    guard let own = self.fence, own.mark == fence.mark, own.count >= fence.count else {
      return false
    }
    return text.allSatisfy { $0 == own.mark || $0.isWhitespace }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
