import Foundation
import TestPrograms
import Testing

/// What many processes do to one desk at once. `LONG=1` has them do ten times as much.
struct CrowdTests {
  private static let isLong = ProcessInfo.processInfo.environment["LONG"] != nil
  private static let rounds = isLong ? 30 : 3

  @Test("Sixteen write to one ticket and to the desk, and four read: nothing is lost or torn")
  func sixteen() throws {
    let crowd = try Crowd()
    let ended = try crowd.run(
      writers: 16,
      doing: """
        n=1
        while [ $n -le \(Self.rounds) ]; do
          word=w$me-$n
          support ticket reply $ticket -m "reply $word" >/dev/null && echo "reply $word" >>ack.$me
          support ticket note $ticket -m "note $word" >/dev/null && echo "note $word" >>ack.$me
          support ticket edit $ticket --tag +$word >/dev/null && echo $word >>tag.$me
          support ticket status $ticket in_progress >/dev/null 2>&1
          support ticket new -s "new $word" -m text >>new.$me
          n=$((n + 1))
        done
        """,
      readers: 4,
      doing: """
        support ticket show $ticket --json >shown.$me && tr -d '\\n' <shown.$me >>show.$me &&
          echo >>show.$me || echo show >>failed.$me
        support log $ticket --json=id >>log.$me && echo end >>log.$me || echo log >>failed.$me
        support ticket list --json=id,subject >>list.$me || echo list >>failed.$me
        """, within: .seconds(Self.isLong ? 1200 : 120))
    #expect(ended.status == 0)
    #expect(ended.text == "")
    #expect(try crowd.lines("failed") == [])
    try expectAllThere(crowd)
    try expectWholeReads(crowd)
    let checked = try crowd.sandbox.run("support fsck")
    #expect(checked.status == 0, "\(checked.text)")
  }

  /// Every acknowledged change is there, exactly once.
  private func expectAllThere(_ crowd: Crowd) throws {
    let acknowledged = try crowd.lines("ack.")
    #expect(acknowledged.count == 16 * 2 * Self.rounds)
    let thread = try crowd.thread()
    #expect(thread.first == "start")
    #expect(thread.dropFirst().sorted() == acknowledged.sorted())
    let shown = try crowd.json("support ticket show \(crowd.ticket) --json") as? [String: Any]
    #expect(Set(shown?["tags"] as? [String] ?? []) == Set(try crowd.lines("tag.")))
    let opened = try crowd.lines("new.")
    #expect(Set(opened).count == 16 * Self.rounds)
    let listed = try crowd.sandbox.run("support ticket list --format '%(id)'").text
    #expect(Set(listed.split(separator: "\n").map(String.init)) == Set(opened + [crowd.ticket]))
  }

  /// Every reader saw a state that was: the thread and the log as they are now, up to some place,
  /// and never an earlier one than before.
  private func expectWholeReads(_ crowd: Crowd) throws {
    let thread = try crowd.thread()
    let log = try ids(crowd.sandbox.run("support log \(crowd.ticket) --json=id").text)
    var reads = 0
    for reader in 1...4 {
      var length = 0
      for line in try crowd.text("show.\(reader)").split(separator: "\n") {
        let seen = Crowd.thread(try JSONSerialization.jsonObject(with: Data(line.utf8)))
        #expect(seen == Array(thread.prefix(seen.count)))
        #expect(seen.count >= max(1, length))
        length = seen.count
        reads += 1
      }
      for part in try crowd.text("log.\(reader)").split(separator: "end\n") {
        let seen = try ids(String(part))
        #expect(seen == Array(log.prefix(seen.count)))
      }
      for line in try crowd.text("list.\(reader)").split(separator: "\n") {
        let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
        #expect(row?["id"]?.count == 13)
        #expect(row?["subject"] == "Crowd" || row?["subject"]?.hasPrefix("new w") == true)
      }
    }
    #expect(reads >= 4)
  }

  private func ids(_ lines: String) throws -> [String] {
    try lines.split(separator: "\n").compactMap { line in
      (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])?["id"]
    }
  }

  @Test("Of sixteen who change what they saw at the same moment exactly one wins")
  func ifMatch() throws {
    let crowd = try Crowd()
    for round in 1...(Self.isLong ? 20 : 2) {
      let ended = try crowd.run(
        writers: 16,
        doing: """
          support ticket edit $ticket --tag +r\(round)-$me --if-match $head >/dev/null 2>lost.$me &&
            echo $me >>won.\(round) || echo $? >>status.\(round)
          """.replacing("$head", with: try head(of: crowd)), within: .seconds(60))
      #expect(ended.status == 0)
      #expect(try crowd.lines("won.\(round)").count == 1)
      #expect(try crowd.lines("status.\(round)") == Array(repeating: "5", count: 15))
      try FileManager.default.removeItem(atPath: crowd.sandbox.folder + "/done")
    }
  }

  private func head(of crowd: Crowd) throws -> String {
    let shown = try crowd.json("support ticket show \(crowd.ticket) --json") as? [String: Any]
    return try #require(shown?["head"] as? String)
  }

  @Test("A reader does not wait for whoever holds the lock, also where documents are behind")
  func readersDoNotWait() throws {
    let crowd = try Crowd()
    let folder = crowd.sandbox.folder
    let lock = open(folder + "/.support/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    try FileManager.default.removeItem(atPath: folder + "/.support/folded/mark")
    let started = ContinuousClock.now
    while ContinuousClock.now - started < .seconds(Self.isLong ? 5 : 2) {
      for words in ["ticket show \(crowd.ticket)", "ticket list", "log", "ticket list crowd"] {
        let before = ContinuousClock.now
        let ended = try crowd.sandbox.run("support \(words)")
        #expect(ended.status == 0)
        #expect(ContinuousClock.now - before < .seconds(1), "support \(words)")
      }
    }
  }

  @Test("Who waits for the lock gets it when it is given back, and not before")
  func waiterIsWoken() throws {
    let crowd = try Crowd()
    let lock = open(crowd.sandbox.folder + "/.support/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    let started = ContinuousClock.now
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 1.5)
      close(lock)
    }
    let ended = try crowd.sandbox.run("support ticket note \(crowd.ticket) -m late")
    let waited = ContinuousClock.now - started
    #expect(ended.status == 0)
    #expect(waited > .seconds(1.4) && waited < .seconds(4))
    #expect(try crowd.thread() == ["start", "late"])
  }
}
