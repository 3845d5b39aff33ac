import SupportModel

/// How the median of each command grows with the desk.
struct Growth {
  /// The sizes of the desks, the smallest first.
  let sizes: [Int]
  /// The first line of each command at each size, in the order of the race.
  private var rows: [(work: String, lines: [Int: Line])] = []

  init(_ lines: [Line]) {
    for line in lines {
      guard let size = line.size else { continue }
      let place = rows.firstIndex { $0.work == line.work } ?? rows.count
      if place == rows.count { rows.append((line.work, [:])) }
      if rows[place].lines[size] == nil { rows[place].lines[size] = line }
    }
    rows.removeAll { $0.lines.count < 2 }
    sizes = Set(rows.flatMap(\.lines.keys)).sorted()
  }

  /// A table; empty where there is nothing to compare.
  var text: String {
    guard sizes.count > 1 else { return "" }
    let header = Self.row("ms at", sizes.map(String.init))
    return "\n" + header
      + rows.map { row in
        Self.row(row.work, sizes.map { row.lines[$0]?.median ?? "" })
      }.joined()
  }

  /// One object for each command.
  var json: String {
    rows.map { row in
      var medians = JSONObject()
      for size in sizes { medians[String(size)] = row.lines[size].map { .number($0.ours) } }
      let object = JSONObject([
        ("growth", .string(row.work)),
        ("unit", .string(row.lines.values.first?.unit.rawValue ?? "")),
        ("at", .object(medians)),
      ])
      return JSON.object(object).compact + "\n"
    }.joined()
  }

  private static func row(_ work: String, _ cells: [String]) -> String {
    TextColumn.left(work, 18) + cells.map { TextColumn.right($0, 13) }.joined() + "\n"
  }
}
