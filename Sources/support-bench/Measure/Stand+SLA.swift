import Platform
import SupportModel

/// What cron and managers ask of a desk.
extension Stand {
  var clocks: [Heat] {
    [
      heat("sla check") { (check(), soon) },
      heat("sla report", bound: isLarge ? 1 : 2) { (report(), groupBy) },
      heat("report summary", bound: isLarge ? 1 : 2) { (summary(), countAll) },
    ]
  }

  /// Looks at the clocks when there is nothing to log: what there was is logged first.
  func check() -> Trial {
    var trial = Trial("sla check", equipment.support) { _ in
      ["-C", desk, "--as", "system", "sla", "check", "--quiet"]
    }
    let first = trial
    trial.begin = { _ = try first.time(0) }
    return trial
  }

  /// Three times as long as a command takes that does nothing, and a little.
  private var soon: Peer {
    var version = Trial("3 x version, 20 ms", equipment.support) { _ in ["version"] }
    (version.times, version.plus) = (3, 20_000_000)
    return .runs(version)
  }

  /// How well the promises of a year were kept, by priority.
  private func report() -> Trial {
    support("sla report") { _ in ["sla", "report", "--since", "-365d", "--csv"] }
  }

  /// How the desk stands, and what happened in a year.
  private func summary() -> Trial {
    support("report summary") { _ in ["report", "summary", "--since", "-365d", "--csv"] }
  }

  /// The same counts without medians, and of what was opened only.
  private var countAll: Peer {
    sqlite("GROUP BY") { _ in
      let shares = ["status", "priority", "category"].map { column in
        "SELECT \(column), count(*) FROM tickets WHERE \(PeerDatabase.isOpen) GROUP BY \(column);"
      }
      return shares.joined(separator: "\n") + """

        SELECT count(*), min(created_at) FROM tickets
          WHERE \(PeerDatabase.isOpen) AND assigned_to IS NULL;
        SELECT substr(created_at, 1, 10), count(*), count(resolution_seconds), avg(first_seconds),
            avg(resolution_seconds)
          FROM tickets WHERE created_at >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-365 days')
          GROUP BY 1;
        """
    }
  }

  /// Where the index has to prove itself: in a small desk, reading the tickets of the last commands
  /// takes longer than counting all the others.
  var isLarge: Bool { size >= 100_000 }

  /// The same counts without medians, of two of the three clocks.
  private var groupBy: Peer {
    sqlite("GROUP BY") { _ in
      """
      SELECT priority, count(*), count(first_late), sum(first_late), avg(first_seconds),
          max(first_seconds), count(resolution_late), sum(resolution_late),
          avg(resolution_seconds), max(resolution_seconds)
        FROM tickets WHERE created_at >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-365 days')
        GROUP BY priority;
      """
    }
  }

  /// Questions about working time over ten years, a line each, for whoever reads many of them.
  static func clock(_ equipment: Equipment) throws -> Benchmark {
    let (support, folder) = (equipment.support, equipment.folder)
    let questions = folder + "/questions.jsonl"
    try FileSystem.replace(questions, with: Array(Self.questions(100_000).utf8))
    func shell(_ name: String, _ command: String) -> Trial {
      Trial(name, "/bin/sh") { _ in ["-c", "exec \(command) < '\(questions)'"] }
    }
    let peer: Peer =
      equipment.tools.jq.map { .runs(shell("jq -c .", "'\($0)' -c .")) } ?? .notInstalled("jq")
    let ours = shell("sla clock -", "'\(support)' -C '\(folder)' sla clock -")
    return Benchmark(work: "sla clock 100000", ours: ours, peer: peer, bound: 1, mostRuns: 5)
  }

  private static func questions(_ count: Int) -> String {
    var chance = Chance(seed: 5)
    let calendar = """
      {"timezone":"Europe/Paris","hours":{"mon":[["09:00","12:30"],["13:30","18:00"]],\
      "tue":[["09:00","18:00"]],"wed":[["09:00","18:00"]],"fri":[["22:00","06:00"]]},\
      "holidays":["2026-12-25"]}
      """
    let start = Instant(CivilDate(year: 2026, month: 1, day: 1))
    return (0..<count).map { _ in
      let from = start + TimeSpan(seconds: Int.random(in: 0..<31_536_000, using: &chance))
      let to = from + TimeSpan(seconds: Int.random(in: 0..<315_360_000, using: &chance))
      return #"{"calendar":\#(calendar),"from":"\#(from)","to":"\#(to)"}"# + "\n"
    }.joined()
  }
}
