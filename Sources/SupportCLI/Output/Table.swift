import CommandKit

/// Rows as an aligned table for a terminal. Where the terminal is too narrow, optional columns are
/// left out, then elastic ones are cut, with an ellipsis.
struct Table {
  let text: String

  /// An elastic column is not cut below this width as long as an optional one could go.
  private static let comfortable = 24
  /// The narrowest that an elastic column gets.
  private static let narrowest = 10

  init<Row>(_ rows: [Row], _ columns: [Column<Row>], _ output: Output) {
    self.init([TableSection(rows)], columns, output)
  }

  /// The columns of all sections are of one width.
  init<Row>(_ sections: [TableSection<Row>], _ allColumns: [Column<Row>], _ output: Output) {
    let rows = sections.flatMap(\.rows)
    guard !rows.isEmpty else {
      text = ""
      return
    }
    var columns = allColumns.map { column in
      Measured(column, cells: rows.map(column.shown))
    }
    let indent = sections.contains { $0.heading != nil } ? "  " : ""
    Self.leaveOut(&columns, width: output.width - indent.utf8.count)
    Self.shrink(&columns, to: output.width - indent.utf8.count)
    let isColoured = output.isColoured
    var text = indent + Self.line(columns.map { ($0, Cell($0.title, .dim)) }, isColoured)
    var row = 0
    for section in sections {
      if let heading = section.heading {
        text += Style.bold.wrap(cut(Visible.line(heading), to: output.width), isColoured) + "\n"
      }
      for _ in section.rows {
        text += indent + Self.line(columns.map { ($0, $0.cells[row]) }, isColoured)
        row += 1
      }
    }
    self.text = text
  }

  /// A column with its cells and the width they want.
  private struct Measured {
    let title: String
    let cells: [Cell]
    let isElastic: Bool
    let isNumber: Bool
    let isOptional: Bool
    var width: Int

    init<Row>(_ column: Column<Row>, cells: [Cell]) {
      (title, self.cells) = (column.title, cells)
      (isElastic, isNumber, isOptional) = (column.isElastic, column.isNumber, column.isOptional)
      width = max(displayWidth(title), cells.map { displayWidth($0.text) }.max() ?? 0)
    }
  }

  private static func total(_ widths: some Collection<Int>) -> Int {
    widths.reduce(0, +) + 2 * (widths.count - 1)
  }

  /// Leaves optional columns out, one by one, until the others have room to be read in.
  private static func leaveOut(_ columns: inout [Measured], width: Int) {
    func needed() -> Int {
      total(columns.map { $0.isElastic ? min($0.width, comfortable) : $0.width })
    }
    while needed() > width, let next = columns.firstIndex(where: \.isOptional) {
      columns.remove(at: next)
    }
  }

  /// Takes what is too much from the elastic columns, the widest first.
  private static func shrink(_ columns: inout [Measured], to width: Int) {
    var excess = total(columns.map(\.width)) - width
    let elastic = columns.indices.filter { columns[$0].isElastic }
    while excess > 0, let widest = elastic.max(by: { columns[$0].width < columns[$1].width }),
      columns[widest].width > narrowest
    {
      columns[widest].width -= 1
      excess -= 1
    }
  }

  private static func line(_ cells: [(column: Measured, cell: Cell)], _ isColoured: Bool) -> String
  {
    let parts = cells.enumerated().map { place, pair in
      let text = cut(pair.cell.text, to: pair.column.width)
      let space = String(
        repeating: " ", count: max(0, pair.column.width - displayWidth(text)))
      let styled = pair.cell.style.wrap(text, isColoured)
      if pair.column.isNumber { return space + styled }
      return place == cells.count - 1 ? styled : styled + space
    }
    // Where the last cells are empty, the line ends before them.
    let line = parts.joined(separator: "  ")
    return line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)] + "\n"
  }
}

/// Rows of a table that belong together, below a heading.
struct TableSection<Row> {
  let heading: String?
  let rows: [Row]

  init(_ rows: [Row], under heading: String? = nil) { (self.heading, self.rows) = (heading, rows) }
}

/// A text cut to a display width, with `…` where something went.
func cut(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var kept = ""
  var used = 0
  for character in text {
    let next = displayWidth(String(character))
    if used + next > width - 1 { break }
    kept.append(character)
    used += next
  }
  return kept + "…"
}
