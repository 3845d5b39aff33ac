/// A part of the race that is made ready when its turn comes, and not at all if nobody asked for it.
struct Heat {
  var work: String
  /// Runs it, with at most so many pairs of runs; gives no line where a desk is too small for it.
  var lines: (_ runs: Int) throws -> [Line]

  init(_ work: String, lines: @escaping (_ runs: Int) throws -> [Line]) {
    (self.work, self.lines) = (work, lines)
  }

  /// Commands beside their peers.
  init(_ work: String, benchmarks: @escaping () throws -> [Benchmark]) {
    self.init(work) { runs in
      try benchmarks().map { try $0.run(min(runs, $0.mostRuns)) }
    }
  }
}

extension Stand {
  /// One command beside its peer; nil for a command that this desk is too small for.
  func heat(
    _ work: String, bound: Double = 1, mostRuns: Int = .max,
    _ pair: @escaping () throws -> (Trial, Peer)?
  ) -> Heat {
    Heat(work) {
      guard let (ours, peer) = try pair() else { return [] }
      return [
        Benchmark(
          work: work, size: size, ours: ours, peer: peer, bound: bound, mostRuns: mostRuns)
      ]
    }
  }

  /// The same command on this desk and on a smaller one.
  func growth(
    _ work: String, from small: Stand, _ trial: @escaping (Stand) throws -> Trial?
  ) -> Heat {
    heat(work, bound: 1.2) {
      guard let ours = try trial(self), var smaller = try trial(small) else { return nil }
      smaller.name = "itself at \(small.size)"
      return (ours, .runs(smaller))
    }
  }
}
