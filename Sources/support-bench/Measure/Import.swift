import Platform
import SupportModel
import SupportStore

/// What a desk has exported goes into an empty one, beside `tar` unpacking the documents that come
/// of it. Each run has a folder of its own on the same file system, which has nothing left to write
/// when it starts: a file system takes longer to find room where files were removed a moment ago.
struct Import {
  private let stand: Stand
  private let tar: String
  private let exported: String
  private let archive: String
  private let targets: String

  init(of stand: Stand, tar: String) throws {
    (self.stand, self.tar) = (stand, tar)
    targets = stand.equipment.folder + "/import"
    exported = targets + "/tickets.jsonl"
    archive = targets + "/documents.tar"
    try remove()
    try FileSystem.makeFolder(targets)
    try ChildProcess.insist(stand.equipment.support, ["-C", stand.desk, "export", "-o", exported])
    try ChildProcess.insist(tar, ["-C", stand.desk, "-cf", archive, "tickets", "customers"])
  }

  var benchmark: Benchmark {
    let clock = Turns()
    var ours = Trial("import", stand.equipment.support) { _ in
      ["-C", target("desk", clock.ours), "import", exported]
    }
    ours.prepare = {
      clock.ours += 1
      let folder = target("desk", clock.ours)
      _ = try DeskMaker.empty(in: folder, Cast(tickets: 0))
      try FileSystem.settle([folder])
    }
    var unpack = Trial("tar x, the same documents", tar) { _ in
      ["-C", target("files", clock.theirs), "-xf", archive]
    }
    unpack.prepare = {
      clock.theirs += 1
      let folder = target("files", clock.theirs)
      try FileSystem.makeFolder(folder)
      try FileSystem.settle([folder])
    }
    return Benchmark(
      work: "import", size: stand.size, ours: ours, peer: .runs(unpack), bound: 2,
      mostRuns: stand.size < 50_000 ? 5 : 3, end: remove)
  }

  private func target(_ kind: String, _ turn: Int) -> String { "\(targets)/\(kind)-\(turn)" }

  private func remove() throws {
    if try FileSystem.statusIfPresent(targets) != nil { try FileSystem.removeTree(targets) }
  }

  /// How many folders of each side there are.
  private final class Turns {
    var ours = 0
    var theirs = 0
  }
}

extension ChildProcess {
  /// Runs a program that has to succeed, for what follows.
  static func insist(_ program: String, _ words: [String]) throws {
    let status = try talk(program, words).status
    guard status == 0 else {
      throw TrialFailure(command: ([program] + words).joined(separator: " "), status: status)
    }
  }
}
