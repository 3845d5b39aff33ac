/// Lines as rows of a table whose columns are as wide as they need to be, so that each row can be
/// shown as soon as it is there.
extension Line {
  static let header = row("work", "tickets", "ms", "peer", "ms", "ratio", "bound", "")

  var text: String {
    Self.row(
      work, size.map(String.init) ?? "", number(ours), peer,
      theirs.map(number) ?? "", ratio.map { decimals($0, 2) } ?? "",
      decimals(bound, 2), verdict.rawValue)
  }

  private func number(_ number: Double) -> String {
    unit == .milliseconds ? decimals(number, 3) : decimals(number, 0) + "/s"
  }

  private static func row(
    _ work: String, _ size: String, _ ours: String, _ peer: String, _ theirs: String,
    _ ratio: String, _ bound: String, _ verdict: String
  ) -> String {
    let cells = [
      left(work, 13), right(size, 8), right(ours, 9), "  " + left(peer, 23), right(theirs, 9),
      right(ratio, 7), right(bound, 7), verdict.isEmpty ? "" : "  " + verdict,
    ]
    return cells.joined() + "\n"
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
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
