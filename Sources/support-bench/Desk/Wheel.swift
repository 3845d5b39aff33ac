/// Draws places by their weights.
struct Wheel: Sendable {
  private let sums: [Double]

  init(_ weights: [Double]) {
    var sum = 0.0
    sums = weights.map { weight in
      sum += weight
      return sum
    }
  }

  /// Weights as words and customers have them: the place n is drawn about 1/n as often as the first.
  static func zipf(_ count: Int) -> Wheel {
    Wheel((0..<max(1, count)).map { 1 / (Double($0) + 2.7) })
  }

  func spin(_ chance: inout some RandomNumberGenerator) -> Int {
    let point = Double.random(in: 0..<(sums.last ?? 1), using: &chance)
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= point { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
