/// One line of the race before it is run.
struct Benchmark {
  var work: String
  /// Tickets in the desk; nil where none is needed.
  var size: Int?
  var ours: Trial
  var peer: Peer
  /// The largest ratio that is fine.
  var bound: Double
  /// As many pairs of runs as are enough for work that takes long.
  var mostRuns = Int.max
  /// Takes away what the runs have left.
  var end: () throws -> Void = {}

  func run(_ runs: Int) throws -> Line {
    let trial: Trial? = if case .runs(let trial) = peer { trial } else { nil }
    let warmUps = mostRuns == .max ? 3 : 1
    let line = Line(self, try .race(ours, trial, warmUps: warmUps, runs: runs))
    try end()
    return line
  }
}

/// What a user would pick instead.
enum Peer {
  case runs(Trial)
  /// A program that is not on this machine.
  case notInstalled(String)

  var name: String {
    switch self {
    case .runs(let trial): trial.name
    case .notInstalled(let name): "\(name) (not installed)"
    }
  }
}
