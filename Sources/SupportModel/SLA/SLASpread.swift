/// How long the stopped clocks of a figure took, in seconds of working time, by nearest rank: each
/// number is one that was measured.
package struct SLASpread: Hashable, Sendable {
  /// What half of them did not exceed.
  package let median: Int
  /// What nine of ten did not exceed.
  package let p90: Int
  package let worst: Int

  /// Nil where nothing was measured.
  package init?(_ seconds: [Int]) {
    guard !seconds.isEmpty else { return nil }
    var seconds = seconds
    let (half, nine) = (nearestRank(50, of: seconds.count), nearestRank(90, of: seconds.count))
    seconds.select(half, from: 0)
    // What is longer stands behind it now.
    seconds.select(nine, from: half)
    (median, p90) = (seconds[half], seconds[nine])
    worst = seconds[nine...].max() ?? p90
  }
}

/// Where, in so many numbers in ascending order, the smallest of them stands that at least `percent`
/// of a hundred do not exceed: at rank ⌈percent × count ÷ 100⌉, counted from 0 here. Of two, the
/// median is the smaller.
package func nearestRank(_ percent: Int, of count: Int) -> Int {
  max(1, (percent * count + 99) / 100) - 1
}

extension [Int] {
  /// Brings the number to a place that stands there in ascending order, none before it greater and
  /// none behind it smaller (Hoare's "find", 1961). What stands before `start` is no greater than
  /// what follows and stays where it is.
  mutating func select(_ place: Int, from start: Int) {
    var (low, high) = (start, count - 1)
    while low < high {
      let middle = low + (high - low) / 2
      let pivot = Swift.max(
        Swift.min(self[low], self[middle]),
        Swift.min(Swift.max(self[low], self[middle]), self[high]))
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        guard left <= right else { break }
        swapAt(left, right)
        left += 1
        right -= 1
      }
      if right < place { low = left }
      if place < left { high = right }
    }
  }
}
