import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

/// Whatever happens to a desk, its index says what its documents say.
@Suite("The index")
struct IndexTests {
  /// What a report, a check and whoever gives tickets away say about all tickets.
  private struct Answer: Equatable, CustomStringConvertible {
    let report: [UInt8]
    let check: [String]
    /// Open tickets by who has them; nobody may stand there with none.
    let loads: [String: Int]
    /// When they were given one.
    let turns: [String: EventID]

    init(_ desk: Desk) throws {
      var request = SLAReportRequest()
      request.explains = true
      var reports = [try desk.slaReport(request).json]
      request.explains = false
      request.period.until = desk.now - TimeSpan(seconds: 3600)
      for dimension in SLADimension.allCases {
        request.dimension = dimension
        reports.append(try desk.slaReport(request).json)
      }
      report = JSON.array(reports.map(JSON.object)).prettyBytes
      var told: [String] = []
      let result = try desk.checkSLAs(isDryRun: true) { found in
        told += found.map { "\($0.ticket.id) \($0.finding.level) \($0.finding.at)" }
      }
      check = ["\(result.checked) checked, \(result.overdue) overdue"] + told
      let work = try desk.workload(in: desk.store.snapshot())
      (loads, turns) = (work.loads.filter { $0.value != 0 }, work.lastGiven)
    }

    var description: String {
      check.joined(separator: "\n")
        + "\n\(loads.sorted { $0.key < $1.key })\n\(turns.sorted { $0.key < $1.key })\n"
        + String(decoding: report, as: UTF8.self)
    }
  }

  private static func index(_ office: Office) -> String { office.root + "/.support/index" }

  /// Expects the same from the index, from a new index, and from the documents alone.
  private static func expectAgreement(
    _ office: Office, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let desk = try office.desk("ada")
    let index = index(office)
    let answer = try Answer(desk)
    func expectSame(_ source: Comment) throws {
      let other = try Answer(desk)
      #expect(
        other == answer, "\(source):\n\(other)\nand at first:\n\(answer)", sourceLocation: place)
    }
    #expect(try FileSystem.statusIfPresent(index + "/manifest") != nil, sourceLocation: place)
    try expectSame("again")
    try FileSystem.rename(index, to: index + ".old")
    try FileSystem.replace(index, with: [])
    try expectSame("from the documents")
    try FileSystem.remove(index)
    try expectSame("from a new index")
    try FileSystem.removeTree(index)
    try FileSystem.rename(index + ".old", to: index)
  }

  @Test("It follows the work, from day to day", arguments: 1...3)
  func work(seed: UInt64) throws {
    let office = try Office(settings: RandomWork.settings)
    var dice = Chance(seed: seed)
    var ids: [String] = []
    for step in 0..<160 {
      try RandomWork.step(office, &ids, &dice)
      if step % 8 == 0 { try Self.expectAgreement(office) }
    }
    #expect(ids.count > 30)
  }

  private static func desk(tickets count: Int) throws -> (Office, [String]) {
    let office = try Office(settings: RandomWork.settings)
    var ids: [String] = []
    for number in 0..<count {
      ids.append(try office.open("about \(number)", by: "c\(number % 4)@example.com"))
    }
    try expectAgreement(office)
    return (office, ids)
  }

  @Test("Events of another copy come, and go with a reset")
  func foreignEvents() throws {
    let (office, ids) = try Self.desk(tickets: 9)
    let log = office.root + "/events/2026/11"
    let own = try #require(try FileSystem.names(in: log).first)
    let before = try FileSystem.read(log + "/" + own)
    _ = try office.desk("eve").reply(ids[3], "looking")
    _ = try office.desk("ada").setStatus([ids[5]], "resolved")
    try Self.expectAgreement(office)
    // What was written since becomes another copy's.
    let since = try FileSystem.read(log + "/" + own, from: before.count)
    try FileSystem.replace(log + "/" + own, with: before)
    try Self.expectAgreement(office)
    try FileSystem.replace(log + "/20-0ther.jsonl", with: since)
    try Self.expectAgreement(office)
    try FileSystem.remove(log + "/20-0ther.jsonl")
    try Self.expectAgreement(office)
  }

  @Test("Lines that come a second time open no second ticket")
  func repeatedLines() throws {
    let (office, ids) = try Self.desk(tickets: 9)
    _ = try office.desk("ada").assign(.these(ids), to: "eve", team: nil)
    try Self.expectAgreement(office)
    let log = office.root + "/events/2026/11"
    let own = try #require(try FileSystem.names(in: log).first)
    for _ in 0..<2 {
      let lines = try FileSystem.read(log + "/" + own)
      _ = try office.desk("ada").assign([office.open("new", by: "eve")], to: "ada", team: nil)
      try FileSystem.replace(log + "/20-0ther.jsonl", with: lines)
      try Self.expectAgreement(office)
    }
  }

  @Test("A ticket that begins a second time, as one that two clones took over, is one ticket")
  func begunTwice() throws {
    let (office, ids) = try Self.desk(tickets: 9)
    _ = try office.desk("ada").assign(.these(ids), to: "eve", team: nil)
    try Self.expectAgreement(office)
    let id = try #require(TicketID(ids[3]))
    let set = JSONObject([("subject", "again"), ("status", "new"), ("assigned_to", "eve")])
    let draft = EventDraft(
      .ticketCreated, .ticket(id), Patch(set: set), meta: JSONObject([("imported", true)]))
    office.now = office.now + TimeSpan(seconds: 60)
    let event = Event(
      draft, id: EventID(time: office.now, chance: 5), at: office.now, by: .agent("ada"))
    try FileSystem.replace(
      office.root + "/events/2026/11/20-0ther.jsonl", with: EventLine.encode(event) + [0x0A])
    try Self.expectAgreement(office)
  }

  @Test("Lists show what the log says of a changed ticket whose document somebody put back")
  func putBack() throws {
    let (office, ids) = try Self.desk(tickets: 9)
    let desk = try office.desk("ada")
    let paths = try ids.map { desk.store.layout.document(.ticket(try #require(TicketID($0)))) }
    let old = try paths.map { try FileSystem.read($0) }
    for id in ids.prefix(6) { _ = try desk.setStatus([id], "resolved") }
    // Later than the clock of the file system can hide.
    WallClock.sleep(milliseconds: 20)
    for (path, bytes) in zip(paths, old).dropFirst(3) { try FileSystem.replace(path, with: bytes) }
    let rows = try desk.list(.everything, limit: nil).rows
    let resolved = rows.filter { $0.status == "resolved" }.map(\.id.description)
    #expect(resolved.sorted() == ids.prefix(6).sorted())
    try Self.expectAgreement(office)
  }

  @Test("Many changes are put into its files")
  func manyChanges() throws {
    let (office, ids) = try Self.desk(tickets: 10)
    let manifest = try FileSystem.read(Self.index(office) + "/manifest")
    for number in 0..<60 { _ = try office.open("more \(number)", by: "ada") }
    _ = try office.desk("ada").setStatus(.these(ids), "resolved")
    try Self.expectAgreement(office)
    #expect(try FileSystem.read(Self.index(office) + "/manifest") != manifest)
    // The files of the manifest before are still there for whoever reads them, older ones are not.
    let names = try FileSystem.names(in: Self.index(office))
    #expect(names.count == 12, "\(names)")
  }

  @Test("Other settings judge the open tickets anew, and those that are done as they are on record")
  func settingsEdited() throws {
    let (office, ids) = try Self.desk(tickets: 6)
    _ = try office.desk("ada").setStatus([ids[0]], "resolved")
    office.now = office.now + TimeSpan(seconds: 5 * 3600)
    try Self.expectAgreement(office)
    for (old, new) in [("4h", "6h"), ("\"resolution\": \"2d\"", "\"resolution\": \"1h\"")] {
      let settings = RandomWork.settings.replacing(old, with: new)
      try FileSystem.replace(office.root + "/support.json", with: Array(settings.utf8))
      try Self.expectAgreement(office)
    }
    try FileSystem.replace(office.root + "/support.json", with: Array(RandomWork.settings.utf8))
    try Self.expectAgreement(office)
  }

  @Test("Settings that no clock reads judge nothing anew")
  func settingsWithoutClocks() throws {
    let (office, _) = try Self.desk(tickets: 3)
    let manifest = Self.index(office) + "/manifest"
    func isJudgedAnew(_ old: String, _ new: String) throws -> Bool {
      _ = try office.desk("ada").checkSLAs(isDryRun: true)
      let before = try FileSystem.read(manifest)
      let settings = RandomWork.settings.replacing(old, with: new)
      try FileSystem.replace(office.root + "/support.json", with: Array(settings.utf8))
      _ = try office.desk("ada").checkSLAs(isDryRun: true)
      return try FileSystem.read(manifest) != before
    }
    let care = #""name": "Lamps", "care": {"survey_after": "2d"}, "rules": []"#
    #expect(try !isJudgedAnew(#""name": "Test""#, care))
    #expect(try isJudgedAnew("4h", "6h"))
  }

  @Test("A customer's record decides anew which policy applies to their tickets")
  func customerChanged() throws {
    let (office, _) = try Self.desk(tickets: 8)
    let file = try #require(try FileSystem.names(in: office.root + "/events/2026/11").first)
    let path = office.root + "/events/2026/11/" + file
    let key = RecordKey(.customer, "c1@example.com")
    let draft = EventDraft(
      .customerUpdated, key, Patch(set: JSONObject([("tier", "gold")])), meta: JSONObject())
    let id = EventID(time: office.now, chance: 77)
    let event = Event(draft, id: id, at: office.now, by: .agent("ada"))
    let bytes = try FileSystem.read(path) + EventLine.encode(event) + [0x0A]
    try FileSystem.replace(path, with: bytes)
    try Self.expectAgreement(office)
    var request = SLAReportRequest()
    request.dimension = .policy
    let report = try office.desk("ada").slaReport(request)
    #expect(report.rows.map { [$0.name: $0.tickets] } == [["rest": 6], ["vip": 2]])
  }

  @Test("A person who was erased is erased from it")
  func erased() throws {
    let (office, _) = try Self.desk(tickets: 8)
    _ = try office.desk("ada").erase("c1@example.com")
    try Self.expectAgreement(office)
    for name in try FileSystem.names(in: Self.index(office)) {
      let bytes = try FileSystem.read(Self.index(office) + "/" + name)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("c1@example.com"), "\(name)")
    }
  }

  @Test("A damaged file is noticed, and made anew", arguments: ["flip", "cut", "remove"])
  func damaged(kind: String) throws {
    let (office, ids) = try Self.desk(tickets: 40)
    _ = try office.desk("ada").assign(.these(ids), to: "eve", team: nil)
    office.now = office.now + TimeSpan(seconds: 4 * 3600)
    let index = Self.index(office)
    var dice = Chance(seed: 9)
    for round in 0..<18 {
      let names = try FileSystem.names(in: index).filter { $0 != "lock" }
      let path = index + "/" + names[round % names.count]
      var bytes = try FileSystem.read(path)
      switch kind {
      case "flip":
        let place = Int.random(in: bytes.indices, using: &dice)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        try FileSystem.replace(path, with: bytes)
      case "cut":
        let count = Int.random(in: bytes.indices, using: &dice)
        try FileSystem.replace(path, with: Array(bytes.prefix(count)))
      default: try FileSystem.remove(path)
      }
      try Self.expectAgreement(office)
    }
  }

  @Test("Where it cannot be written, the documents are read")
  func notWritable() throws {
    let (office, ids) = try Self.desk(tickets: 5)
    try FileSystem.removeTree(Self.index(office))
    try FileSystem.replace(Self.index(office), with: [])
    _ = try office.desk("eve").reply(ids[3], "looking")
    let desk = try office.desk("ada")
    let answer = try Answer(desk)
    #expect(try FileSystem.read(Self.index(office)).isEmpty)
    try FileSystem.remove(Self.index(office))
    #expect(try Answer(desk) == answer)
    try Self.expectAgreement(office)
  }

  @Test("Whoever would make it while a command writes the mark does without it")
  func racing() throws {
    let (office, _) = try Self.desk(tickets: 3)
    try FileSystem.removeTree(Self.index(office))
    let desk = try office.desk("ada")
    let snapshot = try desk.store.snapshot()
    let month = office.root + "/.support/folded/2026-11"
    let bytes = try FileSystem.read(month)
    try FileSystem.replace(month, with: [])
    #expect(try desk.withIndex(snapshot) { try $0.open().withClocks } == nil)
    try FileSystem.replace(month, with: bytes)
    try Self.expectAgreement(office)
  }

  @Test("Whoever asks how things stood, or whose clock was set back, is told from the documents")
  func setBack() throws {
    let (office, _) = try Self.desk(tickets: 5)
    let later = office.now + TimeSpan(seconds: 4 * 3600)
    let earlier = office.now
    office.now = later
    let late = try Answer(try office.desk("ada"))
    office.now = earlier
    let early = try Answer(try office.desk("ada"))
    #expect(early.check != late.check)
    try FileSystem.removeTree(Self.index(office))
    office.now = earlier
    #expect(try Answer(try office.desk("ada")) == early)
  }
}
