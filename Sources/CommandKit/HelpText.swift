/// A help page as it grows: blocks with a blank line between them.
struct HelpText {
  typealias Row = (label: String, text: String)

  let width: Int
  let style: HelpStyle
  private var lines: [String] = []

  init(width: Int, style: HelpStyle) {
    self.width = width
    self.style = style
  }

  var rendered: String { lines.map { $0 + "\n" }.joined() }

  mutating func title(_ text: String) {
    block(wrap(text, width: width))
  }

  mutating func usage(_ synopsis: Synopsis) {
    let hang = min(displayWidth(synopsis.name) + 3, 24)
    let units = wrap(
      units: synopsis.units.map(\.text), separator: "", width: width - hang,
      first: width - displayWidth(synopsis.name) - 3)
    let tail = units.dropFirst().map { String(repeating: " ", count: hang - 2) + $0 }
    let head = ([synopsis.name] + units.prefix(1)).joined(separator: " ")
    section("USAGE", lines: [head] + tail)
  }

  mutating func section(_ heading: String, lines: [String]) {
    guard !lines.isEmpty else { return }
    block([style.heading(heading)] + lines.flatMap(indented))
  }

  mutating func section(_ heading: String, rows: [Row]) {
    section(heading, groups: [rows])
  }

  /// Lists with a blank line between them and one common column for the labels.
  mutating func section(_ heading: String, groups: [[Row]]) {
    let column = min(28, groups.joined().map { displayWidth($0.label) }.max() ?? 0) + 2
    let lists = groups.filter { !$0.isEmpty }.map { $0.flatMap { self.row($0, column: column) } }
    section(heading, lines: Array(lists.joined(separator: [""])))
  }

  mutating func prose(_ text: String) {
    for block in ProseBlock.parse(text) {
      switch block {
      case .paragraph(let text): self.block(wrap(text, width: width))
      case .verbatim(let lines): self.block(lines.map { "  " + $0 })
      case .item(let text):
        let wrapped = wrap(text, width: width - 2)
        let item = wrapped.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
        if lines.last?.hasPrefix("- ") ?? false { lines += item } else { self.block(item) }
      }
    }
  }

  private mutating func block(_ new: [String]) {
    if !lines.isEmpty { lines.append("") }
    lines += new
  }

  private func indented(_ line: String) -> [String] {
    line.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "  " + $0 }
  }

  private func row(_ row: Row, column: Int) -> [String] {
    let texts = wrap(row.text, width: max(20, width - column - 2))
    let blank = String(repeating: " ", count: column)
    guard displayWidth(row.label) + 2 <= column, let first = texts.first else {
      return [row.label] + texts.map { blank + $0 }
    }
    return [row.label.padded(to: column) + first] + texts.dropFirst().map { blank + $0 }
  }
}

/// Fills lines with units that must not be torn apart; the first line may be shorter.
func wrap(units: [String], separator: String, width: Int, first: Int? = nil) -> [String] {
  var lines: [String] = []
  var line = ""
  for (index, unit) in units.enumerated() {
    let text = index + 1 < units.count ? unit + separator : unit
    let room = lines.isEmpty ? first ?? width : width
    if !line.isEmpty, displayWidth(line) + 1 + displayWidth(text) > room {
      lines.append(line)
      line = text
    } else {
      line += (line.isEmpty ? "" : " ") + text
    }
  }
  return line.isEmpty ? lines : lines + [line]
}
