import Platform

/// Says in which order a linker should lay out `support`, from what everyday commands need of it.
struct LayoutMaker {
  /// The link map of the `support` beside this program.
  let map: String

  /// Names of symbols, the first that is needed first. Throws `SystemError`, `TrialFailure`, and what
  /// making a desk throws.
  func order() throws -> [String] {
    guard let valgrind = ChildProcess.find("valgrind", path: Environment.current()["PATH"]) else {
      throw SystemError("find", "valgrind", code: 2)
    }
    let place = Environment.current()["TMPDIR"] ?? "/tmp"
    let folder = "\(place)/support-layout-\(ProcessID.current)"
    try FileSystem.makeFolder(folder)
    defer { try? FileSystem.removeTree(folder) }
    let (support, bench) = try Equipment.built()
    let equipment = Equipment(
      support: support, bench: bench, tools: Tools.none, folder: folder)
    var order = LayoutOrder(try LinkMap(path: map))
    for trial in try Stand(tickets: Self.tickets, equipment).everyday {
      try trial.begin()
      _ = try trial.time(0)
      try trial.prepare()
      try trace(trial, with: valgrind, into: folder + "/trace")
      try trial.tidy()
      try order.add(traceAt: folder + "/trace")
      guard order.symbols.first == "_start" else { throw OtherMap(path: map) }
      Bench.tell("\(order.symbols.count) after \(trial.name)")
    }
    return order.symbols
  }

  /// A map in which the program does not begin where programs do: another program's, or one of before
  /// it was linked anew.
  struct OtherMap: Error, CustomStringConvertible {
    var path: String
    var description: String { "\(path) is not the map of this `support`" }
  }

  /// So few that a trace takes seconds, and enough for an index.
  private static let tickets = 2_000

  private func trace(_ trial: Trial, with valgrind: String, into path: String) throws {
    var traced = trial
    traced.program = valgrind
    traced.words = { run in
      ["--tool=lackey", "--trace-mem=yes", "--log-file=\(path)", trial.program] + trial.words(run)
    }
    _ = try traced.time(1)
  }
}
