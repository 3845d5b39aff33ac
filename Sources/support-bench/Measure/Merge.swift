import Platform
import SupportModel
import SupportStore

/// A desk into which a pull brings what another copy did in a month apart: ten thousand events about
/// new tickets and about new and known customers, in log files, and none of the documents. The next
/// command folds them.
struct Merge {
  /// So many tickets have ten thousand events.
  private static let count = 1480

  private let size: Int
  private let desk: String
  /// The log files of the other copy.
  private let logs: [LogFile: [UInt8]]
  private let tickets: [TicketID]
  /// The same documents, to be unpacked into another copy of the desk: a file system takes longer to
  /// find room for files where others were removed a moment ago, for both alike.
  private let archive: String
  private let target: String

  /// Makes a copy of the stand's desk, and the other copy's beside it.
  init(into stand: Stand, folder: String, tar: String) throws {
    let other = DeskPlan(folder: folder + "/merge-other", tickets: Self.count, seed: 77, days: 30)
    size = stand.size
    desk = folder + "/merge-desk"
    archive = folder + "/merge.tar"
    target = folder + "/merge-unpacked"
    for old in [desk, target, other.folder] { try Self.remove(old) }
    for copy in [desk, target] { try ChildProcess.insist("/bin/cp", ["-a", stand.desk, copy]) }
    let layout = try DeskMaker.make(other)
    try ChildProcess.insist(tar, ["-C", layout.root, "-cf", archive, "tickets", "customers"])
    let store = try DeskStore(layout)
    tickets = try store.snapshot().ticketIDs()
    logs = try Self.logs(of: store.log)
  }

  /// The made desk's copies under names of their own: the receiving desk has those copies too.
  private static func logs(of log: EventLog) throws -> [LogFile: [UInt8]] {
    try log.files().reduce(into: [:]) { logs, file in
      let name = LogFile(file.date, replica: "x" + file.replica.dropFirst())
      logs[name] = try FileSystem.read(log.path(file))
    }
  }

  /// The first command after the pull, beside `tar` and, as information, beside as many commands.
  func lines(_ support: String, tar: String, _ reply: Trial?) -> [Benchmark] {
    var ours = Trial("ticket show", support) { _ in
      ["-C", desk, "ticket", "show", tickets[0].description]
    }
    ours.prepare = { try receive(support) }
    var unpack = Trial("tar x, the same documents", tar) { _ in ["-C", target, "-xf", archive] }
    unpack.prepare = { try removeUnpacked() }
    var commands = reply
    commands?.name = "10000 of ticket reply"
    commands?.times = 10_000
    return [(unpack, 2, 5), (commands, 0.1, 1)].compactMap { peer, bound, runs in
      peer.map {
        Benchmark(
          work: "merge 10000", size: size, ours: ours, peer: .runs($0), bound: bound, mostRuns: runs
        )
      }
    }
  }

  /// Takes an earlier run's events back, and puts the files in place as git would.
  private func receive(_ support: String) throws {
    guard let layout = try DeskLayout.find(from: desk) else { return }
    let log = EventLog(layout)
    for file in logs.keys { try FileSystem.removeIfPresent(log.path(file)) }
    try ChildProcess.insist(support, ["-C", desk, "ticket", "list", "-n", "1"])
    try Self.remove(layout.torn)
    for (file, bytes) in logs { try FileSystem.replace(log.path(file), with: bytes) }
  }

  private func removeUnpacked() throws {
    for ticket in tickets {
      try FileSystem.removeIfPresent(DeskLayout(root: target).document(.ticket(ticket)))
    }
  }

  private static func remove(_ folder: String) throws {
    if try FileSystem.statusIfPresent(folder) != nil { try FileSystem.removeTree(folder) }
  }
}
