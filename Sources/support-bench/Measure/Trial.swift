import Platform

/// A command to be timed: the program, and its words for each run.
struct Trial {
  /// What it is called in the table.
  var name: String
  var program: String
  var words: (_ run: Int) -> [String]
  /// What has to be done once, before the first run, and is not timed.
  var begin: () throws -> Void = {}
  /// What has to be done before each run, and is not timed.
  var prepare: () throws -> Void = {}
  /// What has to be done after each run, also one that failed, and is not timed.
  var tidy: () throws -> Void = {}
  /// How often the command would be run for the same work: its time counts as many times.
  var times: Int64 = 1
  /// Nanoseconds that count on top.
  var plus: Int64 = 0

  init(_ name: String, _ program: String, _ words: @escaping (_ run: Int) -> [String]) {
    (self.name, self.program, self.words) = (name, program, words)
  }

  /// Nanoseconds from start to end. A command that fails has no time worth telling.
  func time(_ run: Int) throws -> Int64 {
    try prepare()
    let words = words(run)
    let cost = try ChildProcess.cost(of: program, words)
    try tidy()
    guard cost.status == 0 else {
      throw TrialFailure(command: ([program] + words).joined(separator: " "), status: cost.status)
    }
    return cost.nanoseconds * times + plus
  }
}

/// A command of the race that ended with another status than 0.
struct TrialFailure: Error, CustomStringConvertible {
  var command: String
  var status: Int32

  var description: String { "status \(status) from: \(command)" }
}

extension Measurement {
  /// Runs a command and its peer in turn, after a few runs that do not count.
  static func race(
    _ ours: Trial, _ peer: Trial?, warmUps: Int, runs: Int
  ) throws -> Measurement {
    try ours.begin()
    try peer?.begin()
    var measurement = Measurement(ours: [], peers: [])
    for run in 0..<(warmUps + runs) {
      let time = try ours.time(run)
      let peerTime = try peer?.time(run)
      guard run >= warmUps else { continue }
      measurement.ours.append(time)
      if let peerTime { measurement.peers.append(peerTime) }
    }
    return measurement
  }
}
