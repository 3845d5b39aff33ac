import Platform

/// Many processes that write to one desk at once, and as many that write to one database: how many
/// writes a second are acknowledged.
struct Writers {
  private static let count = 16
  private static let rounds = 5
  private static let milliseconds = 2000

  var size: Int
  var ours: Trial
  var peer: Peer
  var bound: Double

  var work: String { "\(Self.count) writers" }

  /// Runs both in turn. The ratio is theirs to ours, so that less is better as in any other line.
  func run() throws -> Line {
    var rates: (ours: [Double], theirs: [Double]) = ([], [])
    for round in 0..<Self.rounds {
      rates.ours.append(try rate(ours, round))
      if case .runs(let peer) = peer { rates.theirs.append(try rate(peer, round)) }
    }
    return Line(
      work: work, size: size, unit: .writesPerSecond,
      ours: rates.ours.median ?? 0, peer: peer.name, theirs: rates.theirs.median,
      ratio: zip(rates.ours, rates.theirs).map { $1 / max($0, 0.001) }.median, bound: bound)
  }

  private func rate(_ trial: Trial, _ round: Int) throws -> Double {
    // Later rounds go on counting, so that no two runs of all are given the same number.
    let crowd = try ChildProcess.crowd(
      of: trial.program, count: Self.count, milliseconds: Self.milliseconds
    ) { trial.words(round * 100_000 + $0) }
    guard crowd.failed == 0 else {
      throw TrialFailure(command: "\(crowd.failed) of \(Self.count) \(trial.name)", status: 1)
    }
    return crowd.succeededPerSecond
  }
}
