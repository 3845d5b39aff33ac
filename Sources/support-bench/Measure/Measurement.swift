/// Times of one command and, turn about, of its peer.
struct Measurement {
  /// In nanoseconds, in the order of the runs.
  var ours: [Int64]
  /// As long as `ours`, or empty where there was no peer.
  var peers: [Int64]

  /// The median of the quotients of each pair: what disturbed the machine for a while disturbed both
  /// of a pair and falls out.
  var ratio: Double? {
    zip(ours, peers).map { Double($0) / Double(max(1, $1)) }.median
  }
}

extension Collection where Element == Double {
  /// The middle one, or the mean of the two in the middle; nil for none.
  var median: Double? {
    let sorted = self.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension Collection where Element == Int64 {
  var median: Double? { map(Double.init).median }
}
