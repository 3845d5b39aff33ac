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
    let sorted = seconds.sorted()
    guard let median = nearestRank(50, of: sorted), let p90 = nearestRank(90, of: sorted),
      let worst = sorted.last
    else { return nil }
    (self.median, self.p90, self.worst) = (median, p90, worst)
  }
}

/// The smallest of the numbers that at least `percent` of them do not exceed: the one at rank
/// ⌈percent × count ÷ 100⌉, always one that was measured. Of two, the median is the smaller.
/// The numbers are in ascending order.
package func nearestRank(_ percent: Int, of sorted: [Int]) -> Int? {
  sorted.isEmpty ? nil : sorted[max(1, (percent * sorted.count + 99) / 100) - 1]
}
