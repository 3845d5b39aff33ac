/// Pairs expected lines with printed ones at the least cost: the edit distance of Wagner and
/// Fischer (1974), in which a `...` takes in any number of printed lines.
struct Alignment {
  /// The indices of an expected and a printed line that belong together, whether they match or
  /// not; or of one that is alone. A `...` is alone, and what it takes in has no pair.
  struct Pair: Equatable {
    var expected: Int?, printed: Int?
  }

  private(set) var pairs: [Pair] = []

  private let expected: [ExpectedLine]
  private let printed: [PrintedLine]
  /// What it costs to pair all that follows an expected and a printed line.
  private var costs: [Int]

  init(_ expected: [ExpectedLine], _ printed: [PrintedLine]) {
    (self.expected, self.printed) = (expected, printed)
    costs = Array(repeating: 0, count: (expected.count + 1) * (printed.count + 1))
    for row in stride(from: expected.count, through: 0, by: -1) {
      for column in stride(from: printed.count, through: 0, by: -1) {
        guard let move = best(row, column) else { continue }
        costs[index(row, column)] = move.cost
      }
    }
    var (row, column) = (0, 0)
    while let move = best(row, column) {
      if let pair = move.pair { pairs.append(pair) }
      (row, column) = (row + move.rows, column + move.columns)
    }
  }

  /// A step forward, over some lines, to the end at a total cost.
  private struct Move {
    var rows = 0, columns = 0, cost: Int
    var pair: Pair?
  }

  /// A wrong line costs more than all that a `...` can take in, so that it takes in no line that
  /// another could explain.
  private static let wrong = 1 << 24

  /// The cheapest step from a place, nil at the end.
  private func best(_ row: Int, _ column: Int) -> Move? {
    var moves: [Move] = []
    let (hasRow, hasColumn) = (row < expected.count, column < printed.count)
    let isAnyLines = hasRow && expected[row].isAnyLines
    if hasRow, hasColumn, !isAnyLines {
      let cost = expected[row].matches(printed[column]) ? 0 : Self.wrong
      moves.append(
        Move(
          rows: 1, columns: 1, cost: cost + costs[index(row + 1, column + 1)],
          pair: Pair(expected: row, printed: column)))
    }
    if hasRow {
      let cost = isAnyLines ? 0 : Self.wrong
      moves.append(
        Move(rows: 1, cost: cost + costs[index(row + 1, column)], pair: Pair(expected: row)))
    }
    if hasColumn {
      let cost = isAnyLines ? 1 : Self.wrong
      moves.append(
        Move(
          columns: 1, cost: cost + costs[index(row, column + 1)],
          pair: isAnyLines ? nil : Pair(printed: column)))
    }
    return moves.min { $0.cost < $1.cost }
  }

  private func index(_ row: Int, _ column: Int) -> Int { row * (printed.count + 1) + column }
}
