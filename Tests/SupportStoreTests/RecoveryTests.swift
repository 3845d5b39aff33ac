import Platform
import SupportModel
import Testing

@testable import SupportStore

/// Whatever happened to the files, the next command reads what the log says.
struct RecoveryTests {
  /// A desk with three tickets and a customer, of which `id` is one.
  private func makeDesk() throws -> (desk: TestDesk, id: TicketID) {
    let desk = try TestDesk()
    let ids = try desk.open("one", "two", "three", by: "bob@example.com")
    return (desk, ids[1])
  }

  // MARK: Killed commands

  @Test("A line that a killed command left behind the mark is folded by the next")
  func killedAfterAppend() throws {
    let (desk, id) = try makeDesk()
    try desk.append(try desk.line(id, "subject", "new"), to: desk.logPath)
    #expect(try desk.read(id) == "new")
    try desk.expectWhole()
    try desk.set(id, "order", "A")
    try desk.expectWhole()
  }

  @Test("A command killed on the first append of a day is healed as well")
  func killedOnNewFile() throws {
    let (desk, id) = try makeDesk()
    let tomorrow = LogFile(
      (TestDesk.start + .day).date, replica: String(try desk.logFile.replica))
    try desk.append(try desk.line(id, "subject", "new"), to: EventLog(desk.layout).path(tomorrow))
    #expect(try desk.read(id) == "new")
    try desk.expectWhole()
    try desk.append(try desk.line(id, "subject", "newer"), to: EventLog(desk.layout).path(tomorrow))
    #expect(try desk.read(id) == "newer")
  }

  @Test("A command killed after its documents, before the mark, has lost nothing")
  func killedBeforeMark() throws {
    let (desk, id) = try makeDesk()
    let mark = try FileSystem.read(desk.layout.folded + "/mark")
    try desk.set(id, "subject", "new")
    try FileSystem.replace(desk.layout.folded + "/mark", with: mark)
    #expect(try desk.read(id) == "new")
    try desk.set(id, "order", "A")
    try desk.expectWhole()
  }

  @Test("A torn last line is set aside, and the next line is whole", arguments: [1, 20, 100])
  func torn(length: Int) throws {
    let (desk, id) = try makeDesk()
    let torn = Array(try desk.line(id, "subject", "torn").prefix(length))
    let whole = try FileSystem.read(desk.logPath)
    try desk.append(torn, to: desk.logPath)
    #expect(try desk.read(id) == "two")
    #expect(try FileSystem.read(desk.logPath) == whole)
    let names = try FileSystem.names(in: desk.layout.torn)
    #expect(names.count == 1)
    #expect(try FileSystem.read(desk.layout.torn + "/" + names[0]) == torn)
    try desk.set(id, "subject", "new")
    try desk.expectWhole()
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("Whole lines before a torn one count")
  func tornBehindWhole() throws {
    let (desk, id) = try makeDesk()
    let lines = try desk.line(id, "subject", "new") + desk.line(id, "subject", "torn").dropLast()
    try desk.append(lines, to: desk.logPath)
    #expect(try desk.read(id) == "new")
    try desk.set(id, "order", "A")
    #expect(try desk.read(id) == "new")
    try desk.expectWhole()
  }

  @Test("Another replica's unfinished line may still be arriving: it is left alone")
  func foreignTorn() throws {
    let (desk, id) = try makeDesk()
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    let line = try desk.line(id, "subject", "arrived")
    try FileSystem.replace(path, with: Array(line.prefix(40)))
    #expect(try desk.read(id) == "two")
    #expect(try FileSystem.read(path).count == 40)
    try FileSystem.replace(path, with: line)
    #expect(try desk.read(id) == "arrived")
    try desk.expectWhole()
  }

  // MARK: Readers that cannot write

  @Test("While somebody else holds the lock, what is behind is folded in memory")
  func overlayWhileLocked() throws {
    let (desk, id) = try makeDesk()
    let documents = try desk.documents()
    try desk.append(try desk.line(id, "subject", "new"), to: desk.logPath)
    let held = try FileLock.take(desk.layout.lock, patience: 0, holder: "test")
    let snapshot = try desk.store.snapshot()
    #expect(try snapshot.ticket(id)?.subject == "new")
    #expect(try snapshot.tickets().map(\.subject).sorted() == ["new", "one", "three"])
    #expect(try desk.documents() == documents)
    _ = consume held
    #expect(try desk.read(id) == "new")
    try desk.expectWhole()
  }

  @Test("A desk that cannot be written is read all the same", arguments: [true, false])
  func readOnly(hasMark: Bool) throws {
    let (desk, id) = try makeDesk()
    try desk.append(try desk.line(id, "subject", "new"), to: desk.logPath)
    if !hasMark { try FileSystem.removeTree(desk.layout.folded) }
    let documents = try desk.documents()
    try withoutWriting(desk.layout.root) { () throws -> Void in
      #expect(try desk.read(id) == "new")
      #expect(throws: SystemError.self) { _ = try desk.transaction() }
      #expect(try codes(desk.store.fsck(repair: false)) == [])
    }
    #expect(try desk.documents() == documents)
    #expect(try desk.read(id) == "new")
  }

  @Test("A folder in a document's place stops no reader")
  func folderInTheWay() throws {
    let (desk, id) = try makeDesk()
    let other = try desk.open("other")
    try FileSystem.remove(desk.document(id))
    try FileSystem.makeFolder(desk.document(id) + "/x")
    try desk.append(try desk.line(id, "subject", "new"), to: desk.logPath)
    #expect(try desk.read(id) == "new")
    #expect(try desk.read(other) == "other")
  }

  // MARK: Git and rsync

  @Test("A log file that arrives is folded in, in whatever month and order")
  func arrival() throws {
    let (desk, id) = try makeDesk()
    _ = try desk.read(id)
    for (number, days) in [0, 20, 1, 400, 40].enumerated() {
      let file = LogFile((TestDesk.start + TimeSpan(seconds: days * 86_400)).date, replica: "zzzz")
      try FileSystem.replace(
        EventLog(desk.layout).path(file), with: desk.line(id, "field\(number)", "here"))
      #expect(try desk.read(id, "field\(number)") == "here", "\(file)")
    }
    try desk.expectWhole()
  }

  @Test("A foreign file that grew is read from where it was folded to")
  func foreignGrowth() throws {
    let (desk, id) = try makeDesk()
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    var bytes: [UInt8] = []
    for number in 0..<3 {
      bytes += try desk.line(id, "subject", "\(number)")
      try FileSystem.replace(path, with: bytes)
      #expect(try desk.read(id) == "\(number)")
    }
    try desk.expectWhole()
  }

  @Test("A file with a space in its name, as some syncing programs make them, is a log like any")
  func conflictedCopy() throws {
    let (desk, id) = try makeDesk()
    let path = try desk.logPath.split(separator: ".").dropLast().joined(separator: ".")
    try FileSystem.replace(
      "/\(path.drop { $0 == "/" }) (copy).jsonl", with: desk.line(id, "subject", "new"))
    #expect(try desk.read(id) == "new")
    let mark = try #require(try FoldMark.read(desk.layout))
    #expect(try mark.positions(of: "2026/11", desk.layout).count == 2)
    #expect(try desk.store.tail().tail.isEmpty)
  }

  @Test("Folders that keep their recorded time are not searched, and a later change is seen")
  func quietFolders() throws {
    let (desk, id) = try makeDesk()
    WallClock.sleep(milliseconds: 2100)
    try desk.set(id, "subject", "new")
    let mark = try #require(try FoldMark.read(desk.layout))
    #expect(!mark.folders.entries.map(\.value).contains(0))
    let quiet = try desk.store.tail().tail
    #expect(quiet.isEmpty && quiet.months.isEmpty)
    // As `rsync -a` leaves it: the file is another, the folder's time of modification is not.
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    let month = try #require(FileSystem.parent(of: path))
    let stamp = desk.folder.path + "/stamp"
    try shell("touch -r '\(month)' '\(stamp)'")
    try FileSystem.replace(path, with: desk.line(id, "subject", "synced"))
    try shell("touch -r '\(stamp)' '\(month)'")
    #expect(try desk.read(id) == "synced")
    try desk.expectWhole()
  }

  @Test("After a hard reset, documents follow the log back, and those without events go")
  func hardReset() throws {
    let (desk, id) = try makeDesk()
    let path = try desk.logPath
    let before = try FileSystem.read(path)
    try desk.set(id, "subject", "new")
    let gone = try desk.open("gone")
    let after = try FileSystem.read(path)
    try FileSystem.replace(path, with: before)
    #expect(try desk.read(id) == "two")
    #expect(try desk.read(gone) == nil)
    try desk.expectWhole()
    try FileSystem.replace(path, with: after)
    #expect(try desk.read(id) == "new")
    #expect(try desk.read(gone) == "gone")
    try desk.expectWhole()
  }

  @Test("A reset is followed in memory where it cannot be on disk")
  func hardResetWhileLocked() throws {
    let (desk, id) = try makeDesk()
    let before = try FileSystem.read(desk.logPath)
    try desk.set(id, "subject", "new")
    let gone = try desk.open("gone")
    try FileSystem.replace(desk.logPath, with: before)
    let held = try FileLock.take(desk.layout.lock, patience: 0, holder: "test")
    let snapshot = try desk.store.snapshot()
    #expect(try snapshot.ticket(id)?.subject == "two")
    #expect(try snapshot.ticket(gone) == nil)
    #expect(try snapshot.ticketIDs().count == 3)
    let reference = try #require(TicketReference(String(gone.description.prefix(9))))
    #expect(try !snapshot.candidates(for: reference).contains(gone))
    _ = consume held
  }

  @Test("A log file that vanishes takes its events along")
  func vanished() throws {
    let (desk, id) = try makeDesk()
    let file = LogFile(TestDesk.start.date, replica: "zzzz")
    try FileSystem.replace(EventLog(desk.layout).path(file), with: desk.line(id, "subject", "new"))
    #expect(try desk.read(id) == "new")
    try FileSystem.remove(EventLog(desk.layout).path(file))
    #expect(try desk.read(id) == "two")
    try desk.expectWhole()
    try FileSystem.removeTree(desk.layout.events)
    #expect(try desk.read(id) == nil)
    #expect(try desk.documents().isEmpty)
    let first = try desk.open("first again")
    #expect(try desk.read(first) == "first again")
  }

  @Test(
    "Another branch's history of the same length, or longer, is noticed", arguments: ["x", "xyz"])
  func otherBranch(subject: String) throws {
    let (desk, id) = try makeDesk()
    let path = try desk.logPath
    let base = try FileSystem.read(path)
    let other = try desk.line(id, "subject", subject)
    try desk.set(id, "subject", "a")
    #expect(try FileSystem.read(path).count <= (base + other).count)
    try FileSystem.replace(path, with: base + other)
    #expect(try desk.read(id) == subject)
    try desk.expectWhole()
    try desk.set(id, "order", "A")
    try desk.expectWhole()
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("A log cut in the middle of a line loses that line and no later one")
  func cutInLine() throws {
    let (desk, id) = try makeDesk()
    try desk.set(id, "subject", "lost")
    let path = try desk.logPath
    try FileSystem.truncate(path, to: try FileSystem.read(path).count - 30)
    #expect(try desk.read(id) == "two")
    try desk.set(id, "subject", "kept")
    try FileSystem.removeTree(desk.layout.local)
    #expect(try desk.read(id) == "kept")
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("Lines that are no events, as a merge leaves them, are passed over once")
  func conflictInLog() throws {
    let (desk, id) = try makeDesk()
    let ours = try desk.line(id, "subject", "ours")
    let theirs = try desk.line(id, "order", "theirs")
    let merged = Array("<<<<<<< HEAD\n".utf8) + ours + Array("=======\n".utf8) + theirs
    try desk.append(merged + Array(">>>>>>> x\n\n".utf8), to: desk.logPath)
    #expect(try desk.read(id) == "ours")
    #expect(try desk.read(id, "order") == "theirs")
    #expect(try desk.store.tail().tail.isEmpty)
    try desk.set(id, "subject", "later")
    try desk.expectWhole()
  }

  // MARK: Documents

  @Test("A document that is missing, cut, or full of conflict markers is read from the log")
  func documents() throws {
    let (desk, id) = try makeDesk()
    let path = desk.document(id)
    let whole = try FileSystem.read(path)
    let markers = Array("<<<<<<< HEAD\n".utf8) + whole + Array("=======\n>>>>>>> x\n".utf8)
    for bytes in [nil, [], Array(whole.prefix(50)), markers, Array("{\"id\":\"x\"}".utf8), [0xFF]] {
      if let bytes {
        try FileSystem.replace(path, with: bytes)
      } else {
        try FileSystem.remove(path)
      }
      #expect(try desk.read(id) == "two")
      try desk.set(id, "order", "A")
      #expect(try desk.read(id) == "two")
      try desk.expectWhole()
    }
  }

  @Test("A document edited by hand is left for its owner, and rebuild undoes it")
  func handEdited() throws {
    let (desk, id) = try makeDesk()
    var edited = try #require(try JSONParser.parse(FileSystem.read(desk.document(id))).object)
    edited["subject"] = "by hand"
    try FileSystem.replace(desk.document(id), with: JSON.object(edited).prettyBytes)
    #expect(try desk.read(id) == "by hand")
    #expect(try desk.store.handEdit(id)?.fields == ["subject"])
    #expect(try desk.store.editedTickets(among: nil) == [id])
    #expect(try desk.store.rebuild([id]).folded == 1)
    #expect(try desk.read(id) == "two")
    try desk.expectWhole()
  }

  // MARK: The mark

  @Test(
    "A mark that is missing, cut or garbage costs time, never truth",
    arguments: ["", "garbage", "support-fold-mark 3\nend\n", "support-fold-mark 3\ncrc 0\n", "cut"])
  func damagedMark(text: String) throws {
    let (desk, id) = try makeDesk()
    let path = desk.layout.folded + "/mark"
    let bytes = text == "cut" ? Array(try FileSystem.read(path).dropLast(3)) : Array(text.utf8)
    try desk.append(try desk.line(id, "subject", "new"), to: desk.logPath)
    try FileSystem.replace(path, with: bytes)
    #expect(try FoldMark.read(desk.layout) == nil)
    #expect(try desk.read(id) == "new")
    try desk.expectWhole()
    #expect(try FoldMark.read(desk.layout) != nil)
  }

  @Test("A flipped bit in the mark or in its months is never believed")
  func flippedMark() throws {
    let (desk, id) = try makeDesk()
    try desk.append(try desk.line(id, "subject", "new"), to: desk.logPath)
    let files = ["/mark", "/2026-11"].map { desk.layout.folded + $0 }
    let stale = try files.map(FileSystem.read)
    let documents = try desk.documents()
    var random = Chance(seed: 3)
    for _ in 0..<40 {
      for (path, bytes) in zip(files, stale) {
        var bytes = bytes
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
        try FileSystem.replace(path, with: bytes)
      }
      for (path, bytes) in documents {
        try FileSystem.replace(desk.layout.root + "/" + path, with: bytes)
      }
      #expect(try desk.read(id) == "new")
    }
    try desk.expectWhole()
  }

  @Test("A desk without tickets/ and .support/ gets the same bytes back")
  func rebuild() throws {
    let (desk, id) = try makeDesk()
    try desk.set(id, "subject", "new")
    let documents = try desk.documents()
    for folder in [desk.layout.tickets, desk.layout.customers, desk.layout.local] {
      try FileSystem.removeTree(folder)
    }
    #expect(try desk.store.rebuild(nil).folded == 4)
    #expect(try desk.documents() == documents)
    try FileSystem.removeTree(desk.layout.tickets)
    try FileSystem.removeTree(desk.layout.local)
    #expect(try desk.store.snapshot().ticketIDs().count == 3)
    #expect(try desk.documents() == documents)
  }

  /// The whole life of a desk by chance: commands, kills, pulls, resets, lost files.
  @Test("Whatever comes in whatever order, a reader sees what the log says", arguments: 0..<12)
  func storm(seed: UInt64) throws {
    var random = Chance(seed: seed)
    let (desk, _) = try makeDesk()
    for step in 0..<30 {
      let what = Int.random(in: 0..<10, using: &random)
      try Storm.act(what, on: desk, &random)
      // A child that another test starts at this moment may hold it until it runs its program.
      try FileSystem.makeFolder(desk.layout.local)
      _ = try FileLock.take(desk.layout.lock, patience: 3000, holder: "test")
      let expected = try desk.expectedDocuments()
      let snapshot = try desk.store.snapshot()
      for id in try snapshot.ticketIDs() {
        let document = try snapshot.document(.ticket(id)).map { JSON.object($0).prettyBytes }
        let isRight = document == expected[desk.layout.relative(desk.document(id))]
        #expect(isRight, "step \(step), \(what): \(id)")
      }
      try desk.expectWhole("step \(step), \(what)")
    }
  }
}

/// Things that happen to a desk.
enum Storm {
  static func act(_ what: Int, on desk: TestDesk, _ random: inout Chance) throws {
    let log = EventLog(desk.layout)
    let ids = try desk.store.snapshot().ticketIDs()
    guard let id = ids.randomElement(using: &random), let own = try desk.ownFile() else {
      _ = try desk.open("anew")
      return
    }
    let value = String(random.next(), radix: 36)
    switch what {
    case 0: _ = try desk.open(value)
    case 1: try desk.set(id, "subject", value)
    // A killed command, with and without a torn line.
    case 2: try desk.append(try desk.line(id, "subject", value), to: log.path(own))
    case 3:
      try desk.append(Array(try desk.line(id, "subject", value).dropLast(9)), to: log.path(own))
    // A pull.
    case 4:
      let days = Int.random(in: 0...40, using: &random)
      let file = LogFile((TestDesk.start + TimeSpan(seconds: days * 86_400)).date, replica: "zzzz")
      let before = try FileSystem.readIfPresent(log.path(file)) ?? []
      try FileSystem.replace(log.path(file), with: before + desk.line(id, "order", value))
    // A reset of one file, to some line of it.
    case 5:
      let file = try log.files().randomElement(using: &random) ?? own
      let (lines, _, _) = try log.lines(of: file)
      let kept = lines.prefix(Int.random(in: 0...lines.count, using: &random))
      try FileSystem.replace(log.path(file), with: Array(kept.map { $0.bytes + [0x0A] }.joined()))
    // Another branch.
    case 6:
      let (lines, _, _) = try log.lines(of: own)
      let kept = lines.dropLast().map { $0.bytes + [0x0A] }.joined()
      try FileSystem.replace(log.path(own), with: Array(kept) + desk.line(id, "team", value))
    case 7: try FileSystem.removeTree(desk.layout.folded)
    case 8: try FileSystem.removeTree(desk.layout.local)
    default:
      try FileSystem.removeIfPresent(desk.document(id))
      _ = try desk.store.rebuild([id])
    }
  }
}

/// Runs a shell command that has to succeed.
func shell(_ command: String) throws {
  #expect(try ChildProcess.talk("/bin/sh", ["-c", command]).status == 0, "\(command)")
}
