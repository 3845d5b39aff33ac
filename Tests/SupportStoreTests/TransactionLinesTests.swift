import Platform
import SupportModel
import Testing

@testable import SupportStore

/// The events of a transaction are there together or not at all.
struct TransactionLinesTests {
  /// A desk with three tickets, and the lines of a transaction that changes each: what a writer
  /// appends in one piece or, as the system may have it, in several.
  private func makeDesk() throws -> (desk: TestDesk, ids: [TicketID], lines: [[UInt8]]) {
    let desk = try TestDesk()
    let ids = try desk.open("one", "two", "three")
    let path = try desk.logPath
    let (before, mark) = (try FileSystem.read(path), desk.layout.folded + "/mark")
    let (documents, old) = (try desk.documents(), try FileSystem.read(mark))
    var transaction = try desk.transaction()
    for id in ids {
      let patch = Patch(set: JSONObject([("subject", "new")]))
      try transaction.record(EventDraft(.ticketUpdated, .ticket(id), patch), by: .system)
    }
    #expect(try transaction.commit() == nil)
    let added = try FileSystem.read(path).dropFirst(before.count)
    let lines = added.split(separator: 0x0A).map { Array($0) + [0x0A] }
    // Back to what it was: the writer is only about to begin.
    try FileSystem.truncate(path, to: before.count)
    for (path, bytes) in documents {
      try FileSystem.replace(desk.layout.root + "/" + path, with: bytes)
    }
    try FileSystem.replace(mark, with: old)
    return (desk, ids, lines)
  }

  private func subjects(_ desk: TestDesk) throws -> [String] {
    try desk.store.snapshot().tickets().map(\.subject).sorted()
  }

  private static let old = ["one", "three", "two"]
  private static let new = ["new", "new", "new"]

  @Test("Each line says its part, and a transaction of one says nothing")
  func parts() throws {
    let (desk, ids, lines) = try makeDesk()
    #expect(
      try lines.map { try EventLine.decode($0.dropLast()).part }
        == (1...3).map { EventPart($0, of: 3) })
    try desk.set(ids[0], "order", "A")
    let last = try #require(try EventLog(desk.layout).lines(of: desk.logFile).lines.last)
    #expect(try last.part == nil && last.event().part == nil)
  }

  @Test("A reader beside a writer that stops between two writes sees nothing of the change")
  func besideWriter() throws {
    let (desk, _, lines) = try makeDesk()
    let whole = Array(lines.joined())
    let held = try FileLock.take(desk.layout.lock, patience: 0, holder: "the writer")
    var feed = try EventFeed(EventLog(desk.layout))
    let path = try desk.logPath
    var written = 0
    for stop in [lines[0].count - 1, lines[0].count, lines[0].count + 5, whole.count - 1] {
      try desk.append(Array(whole[written..<stop]), to: path)
      written = stop
      #expect(try subjects(desk) == Self.old)
      #expect(try feed.next().isEmpty)
    }
    try desk.append(Array(whole[written...]), to: path)
    #expect(try subjects(desk) == Self.new)
    #expect(try feed.next().count == 3)
    _ = consume held
    #expect(try subjects(desk) == Self.new)
    try desk.expectWhole()
  }

  @Test("A transaction whose writer was killed is set aside as a whole", arguments: [1, 2])
  func killed(whole: Int) throws {
    let (desk, ids, lines) = try makeDesk()
    let before = try FileSystem.read(desk.logPath)
    let torn = lines.prefix(whole).joined() + lines[whole].dropLast(7)
    for end in [Array(torn), Array(lines.prefix(whole).joined())] {
      try desk.append(end, to: desk.logPath)
      #expect(try subjects(desk) == Self.old)
      #expect(try FileSystem.read(desk.logPath) == before)
      let aside = try FileSystem.names(in: desk.layout.torn)
      #expect(try aside.map { try FileSystem.read(desk.layout.torn + "/" + $0) } == [end])
    }
    try desk.set(ids[0], "subject", "later")
    try desk.expectWhole()
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("Nothing of it counts where it cannot be set aside: in another copy's file")
  func foreign() throws {
    let (desk, _, lines) = try makeDesk()
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    try FileSystem.replace(path, with: lines[0] + lines[1])
    #expect(try subjects(desk) == Self.old)
    #expect(try codes(desk.store.fsck(repair: true)) == [.logUnfinished])
    #expect(try FileSystem.read(path) == lines[0] + lines[1])
    try FileSystem.replace(path, with: Array(lines.joined()))
    #expect(try subjects(desk) == Self.new)
    try desk.expectWhole()
  }

  @Test("A feed that begins at a long transaction begins before it or behind it")
  func feedInTheMiddle() throws {
    let (desk, ids, _) = try makeDesk()
    var transaction = try desk.transaction()
    for number in 0..<400 {
      let patch = Patch(set: JSONObject([("order", .string("\(number)"))]))
      try transaction.record(EventDraft(.ticketUpdated, .ticket(ids[0]), patch), by: .system)
    }
    #expect(try transaction.commit() == nil)
    let (path, bytes) = (try desk.logPath, try FileSystem.read(desk.logPath))
    #expect(bytes.count > 65_536 + 8_000)
    try FileSystem.truncate(path, to: bytes.count - 300)
    var feed = try EventFeed(EventLog(desk.layout))
    try FileSystem.replace(path, with: bytes)
    #expect(try feed.next().count == 400)
  }

  // MARK: Power cuts

  @Test("Blocks of a transaction that never reached the disk are torn", arguments: 0..<4)
  func holes(kind: Int) throws {
    let (desk, _, lines) = try makeDesk()
    let before = try FileSystem.read(desk.logPath)
    let hole = [UInt8](repeating: 0, count: 100)
    let torn: [UInt8] =
      switch kind {
      case 0: lines[0] + hole + lines[1].dropFirst(100) + lines[2]
      case 1: hole + lines[0].dropFirst(100) + lines[1] + lines[2]
      case 2: lines[0] + lines[1] + lines[2].dropLast(100) + hole
      default: lines[0] + lines[1].dropLast(50) + hole + lines[2].dropFirst(50)
      }
    for hasMark in [true, false] {
      try desk.append(torn, to: desk.logPath)
      if !hasMark { try FileSystem.removeTree(desk.layout.folded) }
      #expect(try subjects(desk) == Self.old)
      #expect(try FileSystem.read(desk.logPath) == before)
      #expect(try codes(desk.store.fsck(repair: false)) == [])
    }
  }

  @Test(
    "A hole in what was acknowledged is damage: nothing of it is set aside", arguments: [0, 1, 2])
  func damaged(line: Int) throws {
    let (desk, _, lines) = try makeDesk()
    let base = try FileSystem.read(desk.logPath).count
    try desk.append(Array(lines.joined()), to: desk.logPath)
    #expect(try subjects(desk) == Self.new)
    var bytes = try FileSystem.read(desk.logPath)
    let start = base + lines.prefix(line).joined().count
    for place in start + 60..<start + lines[line].count { bytes[place] = 0 }
    try FileSystem.replace(desk.logPath, with: bytes)
    let path = try desk.logPath
    #expect(try subjects(desk) == Self.new)
    #expect(try FileSystem.read(path) == bytes)
    for _ in 0..<2 {
      let found = try codes(desk.store.fsck(repair: true))
      #expect(found.contains(line == 2 ? .logChecksum : .logNUL) && !found.contains(.logTorn))
    }
    #expect(try FileSystem.read(path) == bytes)
    #expect(try subjects(desk) == Self.new)
    _ = try desk.open("later")
    let now = try FileSystem.read(path)
    #expect(line == 2 ? now == bytes : now.starts(with: bytes))
  }

  // MARK: Inside a file

  @Test("Lines of two transactions that a merge mixed count one by one, and fsck has no complaint")
  func mixed() throws {
    let (desk, ids, lines) = try makeDesk()
    var other: [[UInt8]] = []
    for (place, id) in ids.enumerated() {
      var event = try EventLine.decode(desk.line(id, "order", "B").dropLast())
      event.part = EventPart(place + 1, of: 3)
      other.append(EventLine.encode(event) + [0x0A])
      try desk.append(other[place], to: desk.logPath)
    }
    let path = try desk.logPath
    let base = try FileSystem.read(path).dropLast(other.joined().count)
    let mixed = [lines[0], other[0], other[1], lines[1], other[2], lines[2]]
    try FileSystem.replace(path, with: Array(base + mixed.joined()))
    #expect(try subjects(desk) == Self.new)
    #expect(try ids.map { try desk.read($0, "order") } == ["B", "B", "B"])
    try desk.expectWhole()
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("A line that is missing from inside a file is told, and the others count")
  func incomplete() throws {
    let (desk, ids, lines) = try makeDesk()
    try desk.append(lines[0] + lines[1] + desk.line(ids[0], "order", "A"), to: desk.logPath)
    #expect(try subjects(desk) == ["new", "new", "three"])
    let report = try desk.store.fsck(repair: false)
    #expect(codes(report) == [.logIncomplete])
    #expect(report.findings.first?.line == 5)
    #expect(report.isSound)
  }
}
