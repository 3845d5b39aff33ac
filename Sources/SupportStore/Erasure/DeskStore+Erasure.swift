import Platform
import SupportModel

extension DeskStore {
  /// How many lines of other replicas still hold what was erased, by replica.
  package func unscrubbed() throws -> [String: Int] {
    let own = try Replica.current(layout)?.names ?? []
    var counts: [String: Int] = [:]
    try eachUnscrubbedFile { file, count in
      if !own.contains(file.replica) { counts[String(file.replica), default: 0] += count }
    }
    return counts
  }

  /// Looks at every file of the log that holds what was erased, with the number of such lines.
  func eachUnscrubbedFile(_ body: (LogFile, Int) throws -> Void) throws {
    let histories = try log.histories()
    guard !histories.erasures.isEmpty else { return }
    let scrub = Scrub(layout: layout, histories)
    for file in try log.files() {
      let count = try scrub.count(in: file)
      if count > 0 { try body(file, count) }
    }
  }

  /// Scrubs the files of replicas that are gone and cannot do it themselves. Returns how many lines
  /// held what was erased.
  package func scrub(_ replicas: [String]) throws -> Int {
    let lock = try takeLock(for: "gc")
    var chance = Chance()
    _ = try heal(lock, &chance)
    let wanted = Set(replicas.map { $0[...] })
    let histories = try log.histories()
    let scrub = Scrub(layout: layout, histories)
    let count = try log.files().filter { wanted.contains($0.replica) }.reduce(0) { sum, file in
      try sum + scrub.count(in: file)
    }
    if try scrub.rewrite(wanted) { _ = try heal(lock, &chance) }
    return count
  }

  /// Whether git keeps older states of the desk.
  package var isInGit: Bool {
    var folder: String? = layout.root
    while let path = folder {
      if (try? FileSystem.statusIfPresent(path + "/.git")) ?? nil != nil { return true }
      folder = FileSystem.parent(of: path)
    }
    return false
  }
}
