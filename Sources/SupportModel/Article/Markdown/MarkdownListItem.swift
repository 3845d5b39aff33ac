/// The mark of an item of a list at the front of a line: `-`, `*`, `+`, `1.` or `1)`.
struct MarkdownListItem {
  /// Items of one list have the same: the bullet, or what stands behind the number.
  let mark: Character
  let number: Int?
  /// The column from which on lines belong to the item.
  let content: Int
  /// What stands behind the mark.
  let line: MarkdownLine

  init?(_ line: MarkdownLine) {
    guard !line.isIndented, !line.isRule, let first = line.text.first else { return nil }
    var width = 1
    if "-*+".contains(first) {
      (mark, number) = (first, nil)
    } else {
      let digits = line.text.prefix { ("0"..."9").contains($0) }
      guard (1...9).contains(digits.utf8.count), let number = Int(digits) else { return nil }
      guard let end = line.text.dropFirst(digits.count).first, end == "." || end == ")" else {
        return nil
      }
      (mark, self.number) = (end, number)
      width += digits.count
    }
    let rest = line.text.dropFirst(width)
    guard rest.first.map({ $0 == " " || $0 == "\t" }) ?? true else { return nil }
    let behind = MarkdownLine(indent: line.indent + width, rest)
    let space = behind.indent - line.indent - width
    // More blanks than four are the indentation of code, and a bare mark has its text below.
    content = line.indent + width + (behind.isBlank || space > 4 ? 1 : space)
    self.line = behind.dedented(content)
  }

  /// Only a bullet or a 1 with text behind it begins a list in the middle of a paragraph.
  var interruptsText: Bool { !line.isBlank && number ?? 1 == 1 }
}
