import Platform
import SupportModel

extension DeskStore {
  /// How many lines of other replicas still hold what was erased, by replica.
  package func unscrubbed() throws -> [String: Int] {
    let own = try Replica.current(layout)?.names ?? []
    let histories = try log.histories()
    guard !histories.erasures.isEmpty else { return [:] }
    let scrub = Scrub(layout: layout, histories)
    var counts: [String: Int] = [:]
    for file in try log.files() where !own.contains(file.replica) {
      let count = try scrub.count(in: file)
      if count > 0 { counts[String(file.replica), default: 0] += count }
    }
    return counts
  }

  /// Scrubs the files of replicas that are gone and cannot do it themselves. Returns how many lines
  /// held what was erased.
  package func scrub(_ replicas: [String], isDryRun: Bool = false) throws -> Int {
    try whileHeld(for: "gc") { lock in
      let wanted = Set(replicas.map { $0[...] })
      let scrub = Scrub(layout: layout, try log.histories())
      let count = try log.files().filter { wanted.contains($0.replica) }.reduce(0) { sum, file in
        try sum + scrub.count(in: file)
      }
      if !isDryRun, try scrub.rewrite(wanted) { try healAgain(lock) }
      return count
    }
  }

  /// Whether git keeps older states of the desk.
  package var isInGit: Bool { GitFolder(above: layout.root) != nil }
}
