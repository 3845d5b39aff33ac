import Platform
import SupportModel
import SupportStore

extension Stand {
  /// The first read after the index was deleted, beside sqlite3 building its tables, its indexes and
  /// its full-text index from a script of the same records.
  var firstRead: Heat {
    Heat("first read") {
      let built = database + ".first"
      let script = built + ".sql"
      var ours = list([])
      ours.prepare = {
        if try FileSystem.statusIfPresent(layout.index) != nil {
          try FileSystem.removeTree(layout.index)
        }
        try FileSystem.settle([desk])
      }
      return [
        Benchmark(
          work: "first read", size: size, ours: ours, peer: try builder(built, script), bound: 1,
          mostRuns: size < 10_000 ? 11 : size < 50_000 ? 5 : 3,
          end: { for file in [script, built] { try FileSystem.removeIfPresent(file) } })
      ]
    }
  }

  private func builder(_ built: String, _ script: String) throws -> Peer {
    guard let peer else { return .notInstalled("sqlite3") }
    let snapshot = try DeskStore(layout).snapshot()
    try peer.writeScript(script, of: snapshot, try snapshot.ticketIDs())
    var trial = Trial("sqlite3 building it all", peer.sqlite) { _ in peer.building(built, script) }
    trial.prepare = {
      try FileSystem.removeIfPresent(built)
      try FileSystem.settle([equipment.folder])
    }
    return .runs(trial)
  }
}
