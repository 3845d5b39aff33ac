import Platform
import SupportModel
import Testing

@testable import SupportStore

/// A line of the log is damaged: what it said lives on in the document, and is not lost there too.
struct DamagedLogTests {
  /// A ticket with three lines, of which the middle one, the order, is damaged on the disk.
  private func makeDesk() throws -> (desk: TestDesk, id: TicketID) {
    let desk = try TestDesk()
    let id = try desk.open("one")
    try desk.open("other", by: "bob@example.com")
    try desk.set(id, "order", "A-17")
    try desk.set(id, "team", "tier-1")
    try shell("sed -i 's/A-17/A-18/' '\(desk.logPath)'")
    return (desk, id)
  }

  private func expectKept(_ desk: TestDesk, _ id: TicketID, subject: String = "one") throws {
    #expect(try desk.read(id, "order") == "A-17")
    #expect(try desk.read(id, "team") == "tier-1")
    #expect(try desk.read(id) == subject)
  }

  @Test("A pulled event is folded into the document as it is")
  func pulled() throws {
    let (desk, id) = try makeDesk()
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    try FileSystem.replace(path, with: desk.line(id, "subject", "pulled"))
    try expectKept(desk, id, subject: "pulled")
    try desk.set(id, "subject", "after")
    try expectKept(desk, id, subject: "after")
  }

  @Test("So it is in memory, where nothing can be written")
  func overlay() throws {
    let (desk, id) = try makeDesk()
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    try FileSystem.replace(path, with: desk.line(id, "subject", "pulled"))
    let held = try FileLock.take(desk.layout.lock, patience: 0, holder: "test")
    try expectKept(desk, id, subject: "pulled")
    _ = consume held
  }

  @Test("A lost mark does not cost the last copy", arguments: [true, false])
  func lostMark(isWholeFolder: Bool) throws {
    let (desk, id) = try makeDesk()
    try FileSystem.removeTree(isWholeFolder ? desk.layout.local : desk.layout.folded)
    try expectKept(desk, id)
  }

  @Test("Damage at the end of a file is no reset", arguments: ["tier-1", "crc"])
  func damagedEnd(part: String) throws {
    let (desk, id) = try makeDesk()
    let path = try desk.logPath
    var bytes = try FileSystem.read(path)
    // In the checksum itself, which the mark knows.
    if part == "crc" { bytes[bytes.count - 5] ^= 1 }
    try FileSystem.replace(path, with: bytes)
    try expectKept(desk, id)
  }

  @Test("The only line of a record is damaged: its document stays through a reset of another file")
  func onlyLine() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    try shell("sed -i 's/about one/about two/' '\(desk.logPath)'")
    let path = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    try FileSystem.replace(path, with: desk.line(id, "team", "x"))
    _ = try desk.store.snapshot()
    try FileSystem.remove(path)
    #expect(try desk.read(id) == "one")
  }

  @Test("Rebuilding keeps the document, says so, and folds the others")
  func rebuild() throws {
    let (desk, id) = try makeDesk()
    #expect(try desk.store.editedTickets(among: nil) == [])
    for ids in [nil, [id]] {
      let rebuilt = try desk.store.rebuild(ids)
      #expect(rebuilt.kept == [.ticket(id)])
      #expect(rebuilt.folded == (ids == nil ? 2 : 0))
      try expectKept(desk, id)
    }
    #expect(try codes(desk.store.fsck(repair: true)) == [.logChecksum])
    try expectKept(desk, id)
    // Whoever wants what is left of the log takes the document away.
    try FileSystem.remove(desk.document(id))
    #expect(try desk.store.rebuild([id]).folded == 1)
    #expect(try desk.read(id, "order") == nil)
    #expect(try desk.read(id, "team") == "tier-1")
  }

  @Test("A line whose front is damaged still names its record")
  func damagedFront() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let line = try desk.line(id, "subject", "x")
    for place in [1, 2, 33, 40] {
      var bytes = line
      bytes[place] = UInt8(ascii: "#")
      let damaged = LogLine(file: try desk.logFile, number: 1, bytes: bytes.dropLast())
      #expect((try? damaged.event()) == nil)
      #expect(damaged.namedRecords == [.ticket(id)], "\(place)")
    }
  }
}
