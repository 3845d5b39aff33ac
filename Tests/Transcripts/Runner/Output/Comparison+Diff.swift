extension Comparison {
  /// A unified diff of the step, each hunk headed by the place in the file where it begins.
  func diff(of step: Step, in path: String) -> String {
    var text = "$ " + step.command.split(separator: "\n").joined(separator: "\n> ")
    text += "\n--- expected\n+++ printed"
    var line = step.body.lowerBound + 1
    var isShown = false
    for (index, row) in rows.enumerated() {
      let near = rows[max(0, index - 3)...min(rows.count - 1, index + 3)]
      if near.contains(where: \.differs) {
        if !isShown { text += "\n@@ \(path):\(line) @@" }
        text += "\n" + row.marked
        isShown = true
      } else {
        isShown = false
      }
      if case .extra = row { continue }
      line += 1
    }
    return text
  }
}

extension Comparison.Row {
  var differs: Bool {
    if case .same = self { false } else { true }
  }

  fileprivate var marked: String {
    switch self {
    case .same(let line): " " + line
    case .missing(let line): "-" + line
    case .extra(let line): "+" + line
    }
  }
}
