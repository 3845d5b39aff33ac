/// Lines as rows of a table whose columns are as wide as they need to be, so that each row can be
/// shown as soon as it is there.
extension Line {
  static let header = row("work", "tickets", "ms", "peer", "ms", "ratio", "bound", "")

  var text: String {
    Self.row(
      work, size.map(String.init) ?? "", median, peer, theirs.map(number) ?? "",
      ratio.map { decimals($0, 2) } ?? "", decimals(bound, 2), verdict.rawValue)
  }

  /// Ours, with its unit where that is not milliseconds.
  var median: String { number(ours) }

  private func number(_ number: Double) -> String {
    switch unit {
    case .milliseconds: decimals(number, 3)
    case .writesPerSecond: decimals(number, 0) + "/s"
    case .megabytes: decimals(number, 1) + " MB"
    }
  }

  private static func row(
    _ work: String, _ size: String, _ ours: String, _ peer: String, _ theirs: String,
    _ ratio: String, _ bound: String, _ verdict: String
  ) -> String {
    let cells = [
      TextColumn.left(work, 16), TextColumn.right(size, 8), TextColumn.right(ours, 11),
      "  " + TextColumn.left(peer, 25), TextColumn.right(theirs, 11), TextColumn.right(ratio, 7),
      TextColumn.right(bound, 7), verdict.isEmpty ? "" : "  " + verdict,
    ]
    return cells.joined() + "\n"
  }
}

/// A number with so many digits behind the point.
func decimals(_ number: Double, _ digits: Int) -> String {
  let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
  let whole = String(Int((number * scale).rounded()))
  guard digits > 0 else { return whole }
  let padded = String(repeating: "0", count: max(0, digits + 1 - whole.count)) + whole
  return "\(padded.dropLast(digits)).\(padded.suffix(digits))"
}
