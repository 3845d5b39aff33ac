import Platform
import SupportModel
import Testing

@testable import SupportStore

/// The ways in which files of the log come to be otherwise than commands write them, each with what
/// readers make of it, what fsck says and what a repair does.
struct HurtLogTests {
  private let desk: TestDesk
  private let id: TicketID
  private let other: TicketID

  init() throws {
    desk = try TestDesk()
    id = try desk.open("one")
    other = try desk.open("two")
    try desk.set(id, "order", "A-17")
  }

  private var foreign: String {
    EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(path), as: UTF8.self)
  }

  private func write(_ text: String, _ path: String) throws {
    try FileSystem.replace(path, with: Array(text.utf8))
  }

  /// What fsck finds, twice with a repair: the second finds only what the first could not mend, and
  /// writes nothing.
  @discardableResult
  private func expect(
    _ expected: [Finding.Code], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [Finding] {
    let found = try desk.store.fsck(repair: false, at: desk.now()).findings
    #expect(found.map(\.code) == expected, sourceLocation: sourceLocation)
    let repaired = try desk.store.fsck(repair: true, at: desk.now()).findings
    #expect(repaired.allSatisfy { $0.isRepaired == $0.code.isDerivable })
    let left = try desk.store.fsck(repair: true, at: desk.now()).findings
    #expect(left.map(\.code) == expected.filter { !$0.isDerivable })
    #expect(left.allSatisfy { !$0.isRepaired })
    return found
  }

  /// The desk reads as if nothing had happened, and takes changes.
  private func expectReadable(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try desk.read(id, "order") == "A-17", sourceLocation: sourceLocation)
    #expect(try desk.read(other) == "two", sourceLocation: sourceLocation)
    try desk.set(other, "team", "tier-1")
    #expect(try desk.read(other, "team") == "tier-1", sourceLocation: sourceLocation)
    try desk.expectWhole(sourceLocation: sourceLocation)
  }

  @Test("A line with an id of the year 9999 is passed over, and stops nobody's clock")
  func lateID() throws {
    let draft = EventDraft(.ticketUpdated, .ticket(id), Patch(set: JSONObject([("order", "B")])))
    let late = EventID(time: EventID.end, chance: 1)
    let event = Event(draft, id: late, at: TestDesk.start, by: .agent("ada"))
    try FileSystem.replace(foreign, with: EventLine.encode(event) + [0x0A])
    #expect(try expect([.logUnreadable]).first?.detail == "its id is of a year after 9998")
    try expectReadable()
  }

  @Test("Line ends of another system are read, named once for a file, and mended")
  func carriageReturns() throws {
    let path = try desk.logPath
    let whole = try text(path)
    try write(whole.replacing("\n", with: "\r\n"), path)
    try expectReadable()
    let findings = try expect([.logCRLF])
    #expect(findings.first?.line == 1)
    #expect(findings.first?.detail == "3 lines end in CR LF, as another system ends them")
    #expect(try text(path).hasPrefix(whole))
    #expect(try !FileSystem.read(path).contains(0x0D))
    try expectReadable()
  }

  @Test("A byte order mark in front of a log is read over, named and taken away")
  func byteOrderMark() throws {
    let path = try desk.logPath
    let whole = try text(path)
    try write("\u{FEFF}" + whole, path)
    try expectReadable()
    try expect([.logByteOrderMark])
    #expect(try text(path).hasPrefix(whole))
  }

  @Test("Between conflict markers both sides count; a repair takes the markers and no line")
  func conflict() throws {
    let (ours, theirs) = (try desk.line(other, "team", "a"), try desk.line(other, "order", "B"))
    let whole = try FileSystem.read(desk.logPath)
    let merged =
      Array("<<<<<<< HEAD\n".utf8) + ours + Array("||||||| base\n=======\n".utf8) + theirs
      + Array(">>>>>>> branch\n".utf8)
    try desk.append(merged, to: desk.logPath)
    #expect(try desk.read(other, "team") == "a")
    #expect(try desk.read(other, "order") == "B")
    let findings = try expect([.logConflict, .logConflict, .logConflict, .logConflict])
    #expect(findings.map(\.line) == [4, 6, 7, 9])
    let left = try FileSystem.read(desk.logPath)
    #expect(left == whole + ours + theirs || left == whole + theirs + ours)
    try expectReadable()
  }

  @Test("A line of another replica between CR and markers stays byte for byte when it is damaged")
  func damagedBetween() throws {
    var line = try desk.line(id, "subject", "x")
    line[60] ^= 1
    line.insert(0x0D, at: line.count - 1)
    try FileSystem.replace(foreign, with: Array("=======\n".utf8) + line)
    let before = try FileSystem.read(foreign)
    _ = try desk.store.fsck(repair: true)
    #expect(try FileSystem.read(foreign) == Array(before.dropFirst(8)))
  }

  @Test("NUL bytes where a line was are named; an event behind them counts")
  func nul() throws {
    let nuls = [UInt8](repeating: 0, count: 40)
    try FileSystem.replace(
      foreign, with: nuls + [0x0A] + nuls + (try desk.line(other, "team", "behind")))
    #expect(try desk.read(other, "team") == "behind")
    let findings = try expect([.logNUL, .logNUL])
    #expect(findings.map(\.line) == [1, 2])
    try expectReadable()
  }

  @Test("A line of a time that has not come is told with how far it is ahead")
  func future() throws {
    let at = TestDesk.start + TimeSpan(seconds: 3 * 366 * 86_400)
    let event = Event(
      EventDraft(.ticketUpdated, .ticket(other), Patch(set: JSONObject([("team", "later")]))),
      id: EventID(time: at, chance: 7), at: at, by: .agent("ada"))
    let path = EventLog(desk.layout).path(LogFile(at.date, replica: "zzzz"))
    try FileSystem.replace(path, with: EventLine.encode(event) + [0x0A])
    #expect(try desk.read(other, "team") == "later")
    let findings = try expect([.logFuture])
    #expect(findings.first?.detail == "its event is up to 3 years ahead of this clock")
    #expect(findings.first?.code.isWarning == true)
    // What is changed now still comes after it.
    try desk.set(other, "team", "now")
    #expect(try desk.read(other, "team") == "now")
  }

  @Test("An event of a type that nobody knows folds, and is no finding")
  func unknownType() throws {
    let line = try text(desk.logPath).split(separator: "\n")[2]
    let object = try #require(
      JSONParser.parse(Array(try EventLine.unseal(Array(line.utf8)))).object)
    var polished = object
    polished["id"] = .string("01M7W6C38000000000000000ZZ")
    polished["type"] = "ticket.polished"
    polished["set"] = ["shine": "high"]
    polished["from"] = nil
    polished["colour"] = "brass"
    try FileSystem.replace(
      foreign, with: EventLine.seal(JSON.object(polished).compactBytes) + [0x0A])
    #expect(try desk.read(id, "shine") == "high")
    try expect([])
  }

  @Test("A file that was moved to another month is named with its place; its tickets are kept")
  func moved() throws {
    let path = try desk.logPath
    let file = try desk.logFile
    let stray = path.replacing("/2026/11/", with: "/2026/10/")
    try FileSystem.makeFolder(desk.layout.events + "/2026/10")
    try FileSystem.rename(path, to: stray)
    try FileSystem.removeTree(desk.layout.folded)
    #expect(try desk.read(id, "order") == "A-17")
    let finding = try #require(try expect([.logMisplaced]).first)
    #expect(finding.file == desk.layout.relative(stray))
    #expect(finding.detail.contains("3 lines are of tickets of later days"))
    try FileSystem.rename(stray, to: path)
    try expect([])
    #expect(file.description.hasPrefix("2026/11/20"))
    try expectReadable()
  }

  @Test("A file named for a day before its events is told where it belongs")
  func early() throws {
    let event = Event(
      EventDraft(.agentUpdated, RecordKey(.agent, "ada")), id: EventID(time: desk.now(), chance: 9),
      at: desk.now(), by: .system)
    let path = desk.layout.events + "/2026/11/02-zzzz.jsonl"
    try FileSystem.replace(path, with: EventLine.encode(event) + [0x0A])
    #expect(
      try expect([.logMisplaced]).first?.detail
        == "its first event belongs to events/2026/11/20-zzzz.jsonl")
  }

  @Test("An empty file of another replica is a warning")
  func empty() throws {
    try FileSystem.replace(foreign, with: [])
    try expect([.logEmpty])
    try expectReadable()
  }

  @Test("What stands in a log file's place and is no file has no lines")
  func noFile() throws {
    try FileSystem.makeFolder(foreign)
    try shell("ln -s loop.jsonl '\(desk.layout.events)/2026/11/20-loop.jsonl'")
    try shell("ln -s 20-yyyy.jsonl '\(desk.layout.events)/2026/11/20-yyyy.jsonl'")
    try shell("ln -s /nowhere '\(desk.layout.events)/2026/11/20-xxxx.jsonl'")
    try expectReadable()
    try expect([.logStrayFile, .logStrayFile, .logStrayFile, .logStrayFile])
  }

  @Test("A name that is not UTF-8 stops nobody")
  func notUTF8() throws {
    try shell("touch \"$(printf '\(desk.layout.events)/2026/11/20-\\377\\376ab.jsonl')\"")
    try expectReadable()
    try expect([.logStrayFile])
  }

  @Test("A log file that may not be read is named, and documents are not judged by the rest")
  func unreadable() throws {
    try FileSystem.replace(foreign, with: desk.line(other, "team", "hidden"))
    #expect(try desk.read(other, "team") == "hidden")
    try FileSystem.remove(desk.document(id))
    try withoutReading(foreign) { () throws -> Void in
      #expect(try codes(desk.store.fsck(repair: false)) == [.fileUnreadable])
    }
    try expect([.documentMissing])
  }

  @Test("Where an LF was damaged, two records are known to be hurt")
  func joined() throws {
    var bytes = try FileSystem.read(desk.logPath)
    let newline = try #require(bytes.firstIndex(of: 0x0A))
    bytes[newline] = 0x20
    try FileSystem.replace(desk.logPath, with: bytes)
    let line = try #require(try EventLog(desk.layout).lines(of: desk.logFile).lines.first)
    #expect(line.namedRecords == [.ticket(id), .ticket(other)])
    try FileSystem.removeTree(desk.layout.folded)
    #expect(try desk.read(id) == "one")
    #expect(try desk.read(other) == "two")
    try expect([.logChecksum])
  }

  @Test("A copy without its name takes another one")
  func replica() throws {
    let before = try desk.logFile
    try FileSystem.remove(desk.layout.replica)
    try expect([])
    try expectReadable()
    #expect(try desk.logFile != before)
  }

  @Test("What healing set aside is listed, and is no finding")
  func setAside() throws {
    try desk.append(Array(try desk.line(id, "order", "B").prefix(30)), to: desk.logPath)
    let report = try desk.store.fsck(repair: false)
    #expect(report.findings.isEmpty && report.isSound)
    #expect(report.notes.map(\.code) == [.fileSetAside])
    #expect(report.notes.first?.file.hasPrefix(".support/torn/2026-11-20-") == true)
  }
}

struct ConflictMarkerTests {
  @Test(
    "Only seven of a kind are a marker",
    arguments: [
      ("<<<<<<< HEAD", ConflictMarker.ours), ("<<<<<<<", .ours), ("=======", .middle),
      ("||||||| 1f2e", .base), (">>>>>>> theirs", .theirs), ("<<<<<<", nil), ("<<<<<<<<", nil),
      ("======= x", nil), ("<<<<<<<x", nil), ("", nil), ("-------", nil), (" =======", nil),
    ])
  func marker(text: String, expected: ConflictMarker?) {
    #expect(ConflictMarker(text.utf8) == expected)
  }

  @Test("A conflict has a beginning, a middle and an end, in this order")
  func whole() {
    let lines = ["a", "<<<<<<< x\r", "b", "=======\r", "c", ">>>>>>> y", "d"]
    func line(_ lines: some Sequence<String>) -> Int? {
      ConflictMarker.line(in: Array(lines.joined(separator: "\n").utf8))
    }
    #expect(line(lines) == 2)
    #expect(line(lines.reversed()) == nil)
    #expect(line(lines.prefix(4)) == nil)
    #expect(line(["=======", ">>>>>>> y"]) == nil)
  }
}
