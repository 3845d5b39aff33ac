import Platform
import SupportModel
import Testing

@testable import SupportStore

@Suite("Looking for lines from the end of the log")
struct LineSearchTests {
  @Test("A text is found where it stands last, in any bytes")
  func search() {
    var dice = Chance(seed: 7)
    func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &dice) }
    for _ in 0..<3000 {
      // Few letters, so that texts overlap themselves and each other.
      let letters = 1 + draw(3)
      let bytes = (0..<draw(60)).map { _ in UInt8(0x61 + draw(letters)) }
      let text = (0...draw(5)).map { _ in UInt8(0x61 + draw(letters)) }
      let slice = bytes[draw(bytes.count / 2 + 1)...]
      let end = slice.startIndex + draw(slice.count + 1)
      let places = slice.indices.filter { slice[$0...].starts(with: text) }
      let search = BackwardSearch(String(decoding: text, as: UTF8.self))
      #expect(search.isFound(in: slice) == !places.isEmpty)
      #expect(
        search.lastPlace(in: slice, before: end) == places.last { $0 + text.count <= end })
    }
  }

  private static func line(_ text: String) -> LogLine {
    let file = LogFile(CivilDate(year: 2026, month: 11, day: 20), replica: "test")
    return LogLine(file: file, number: 0, bytes: Array(text.utf8)[...])
  }

  @Test(
    "What a place lies in is told by what is before it",
    arguments: [
      (#"{"id":"1","set":{"a":"!"}}"#, ["set"]), (#"{"id":"!"}"#, []),
      (#"{"set":{"a":"1"},"from":{"a":"!"}}"#, ["from"]),
      (#"{"set":{"f":{"a":"1","b":"!"}}}"#, ["set", "f"]),
      (#"{"message":{"body":"\"set\":{\"a\":\\"},"set":{"a":"!"}}"#, ["set"]),
      (#"{"add":{"tags":["x",{"y":"!"}]}}"#, ["add", "tags", "x"]),
      (#"{"add":{"tags":["x","y"]},"meta":{"z":"!"}}"#, ["meta"]),
    ])
  func members(text: String, keys: [String]) throws {
    let line = Self.line(text)
    let place = try #require(line.bytes.firstIndex(of: UInt8(ascii: "!")))
    #expect(line.members(around: place).map { String(decoding: $0, as: UTF8.self) } == keys)
  }

  @Test("Lines are taken from the end, and what no newline ends is none")
  func popLast() {
    var bytes = Array("one\n\nthree\nhalf".utf8)[...]
    var lines: [String] = []
    while let line = LogLine.popLast(from: &bytes, of: Self.line("").file) {
      lines.append(String(decoding: line.bytes, as: UTF8.self))
    }
    #expect(lines == ["three", "", "one"])
    #expect(bytes.isEmpty)
  }
}

@Suite("Who was given a ticket when")
struct LastGivenTests {
  private let desk: TestDesk
  private let id: TicketID

  init() throws {
    desk = try TestDesk()
    id = try desk.open("one")
  }

  private func record(_ set: [(String, JSON)], from: [(String, JSON)] = [], imported: Bool = false)
    throws
  {
    var patch = Patch(set: JSONObject(set))
    patch.from = JSONObject(from)
    var transaction = try desk.transaction()
    try transaction.record(
      EventDraft(
        .ticketAssigned, .ticket(id), patch,
        meta: imported ? JSONObject([("imported", true)]) : JSONObject()), by: .agent("ada"))
    #expect(try transaction.commit() == nil)
  }

  private func lastGiven(_ handles: String...) throws -> [String: EventID] {
    try EventLog(desk.layout).lastGiven(to: Set(handles))
  }

  @Test("The last time counts, and only of those who are asked about")
  func last() throws {
    for handle in ["ada", "bob", "ada"] { try record([("assigned_to", .string(handle))]) }
    let events = try EventLog(desk.layout).allEvents()
    #expect(try lastGiven("ada", "zoe") == ["ada": events[3].id])
    #expect(try lastGiven("ada", "bob") == ["ada": events[3].id, "bob": events[2].id])
  }

  @Test("Who had it before does not count, nor who had it in another desk, nor what people say")
  func others() throws {
    try record([("assigned_to", "ada")], from: [("assigned_to", "bob")])
    try record([("assigned_to", .null)], from: [("assigned_to", "cid")])
    try record([("assigned_to", "dan")], imported: true)
    try record([("fields", .object(JSONObject([("assigned_to", "eve")])))])
    try record([("subject", #""assigned_to":"fay""#)])
    #expect(try lastGiven("ada", "bob", "cid", "dan", "eve", "fay").keys.sorted() == ["ada"])
  }

  @Test("A line that is hurt is none; the one before it counts")
  func hurt() throws {
    for handle in ["ada", "ada"] { try record([("assigned_to", .string(handle))]) }
    let events = try EventLog(desk.layout).allEvents()
    var bytes = try FileSystem.read(desk.logPath)
    let search = BackwardSearch("ticket.assigned")
    let place = try #require(search.lastPlace(in: bytes[...], before: bytes.count))
    bytes[place] = UInt8(ascii: "T")
    try FileSystem.replace(desk.logPath, with: bytes)
    #expect(try lastGiven("ada") == ["ada": events[1].id])
  }

  @Test(
    "A line that is longer than what is read at once hides nothing",
    arguments: [200_000, 5_000_000])
  func long(count: Int) throws {
    let long = JSON.string(String(repeating: "x", count: count))
    for set: (String, JSON) in [
      ("assigned_to", "ada"), ("subject", long), ("assigned_to", "bob"), ("subject", long),
    ] { try record([set]) }
    let events = try EventLog(desk.layout).allEvents()
    #expect(try lastGiven("ada", "bob") == ["ada": events[1].id, "bob": events[3].id])
  }

  @Test("Lines are found whole wherever what is read at once begins")
  func pieces() throws {
    for handle in ["ada", "bob", "cid"] { try record([("assigned_to", .string(handle))]) }
    let events = try EventLog(desk.layout).allEvents()
    // From here on the last 64 KB begin at each place of what was written until now.
    let front = try FileSystem.read(desk.logPath)
    let id = EventID(bits: (events.last?.id.bits ?? 0) + 1)
    let text = String(repeating: "x", count: 64 * 1024 - 2 * front.count)
    let filler = Event(
      EventDraft(
        .ticketUpdated, .ticket(self.id), Patch(set: JSONObject([("subject", .string(text))]))),
      id: id, at: TestDesk.start, by: .agent("ada"))
    let line = EventLine.encode(filler) + [0x0A]
    for count in stride(from: 0, to: 3 * front.count, by: 3) {
      let padding = Array(repeating: UInt8(ascii: " "), count: count) + [0x0A]
      try FileSystem.replace(desk.logPath, with: front + line + padding)
      #expect(
        try lastGiven("ada", "bob", "cid")
          == ["ada": events[1].id, "bob": events[2].id, "cid": events[3].id])
    }
  }

  @Test("A line that was put there a second time is no later turn")
  func repeated() throws {
    try record([("assigned_to", "ada")])
    let early = try FileSystem.read(desk.logPath)
    try record([("assigned_to", "ada")])
    let last = try #require(try EventLog(desk.layout).allEvents().last)
    try desk.append(early, to: desk.logPath)
    #expect(try lastGiven("ada") == ["ada": last.id])
  }

  @Test("Of several files of a day the last turn counts, whichever it is in")
  func sameDay() throws {
    try record([("assigned_to", "ada")])
    let own = try desk.logPath
    let other = own.replacing(try desk.logFile.replica, with: "zzzz")
    let line = try desk.line(id, "assigned_to", "bob") + desk.line(id, "assigned_to", "ada")
    try FileSystem.replace(other, with: line)
    let ids = try EventLog(desk.layout).allEvents().map(\.id)
    #expect(try lastGiven("ada", "bob") == ["ada": ids[3], "bob": ids[2]])
    // What is no file has no lines.
    try FileSystem.remove(other)
    try FileSystem.makeFolder(other)
    #expect(try lastGiven("ada", "bob") == ["ada": ids[1]])
  }

  /// Writes a file for each of some days in which somebody is given a ticket.
  private func write(_ turns: [(day: CivilDate, handle: String)]) throws {
    for (place, (day, handle)) in turns.enumerated() {
      let event = Event(
        EventDraft(
          .ticketAssigned, .ticket(id), Patch(set: JSONObject([("assigned_to", .string(handle))]))),
        id: EventID(time: Instant(day), chance: UInt128(place)), at: Instant(day),
        by: .agent("ada"))
      let file = LogFile(day, replica: "zzzz")
      try FileSystem.makeFolder("\(desk.layout.events)/\(file.month)")
      try FileSystem.replace(
        EventLog(desk.layout).path(file), with: EventLine.encode(event) + [0x0A])
    }
  }

  @Test("The newest days that have files count, however far they lie apart")
  func days() throws {
    let newest = try desk.logFile.date.dayNumber
    func day(_ number: Int) -> CivilDate { CivilDate(dayNumber: newest - 100 * number) }
    try write((1...40).map { (day($0), "agent-\($0)") })
    let log = EventLog(desk.layout)
    let all = try log.lastGiven(to: Set((1...40).map { "agent-\($0)" }))
    #expect(Set(all.keys) == Set((1...30).map { "agent-\($0)" }))
    // Whoever knows older ones forgets them.
    let given = Dictionary(
      uniqueKeysWithValues: (1...40).map {
        ("agent-\($0)", EventID(time: Instant(day($0)), chance: UInt128($0 - 1)))
      })
    #expect(try log.recent(given, newest: nil) == all)
    #expect(try log.recent(given, newest: try desk.store.snapshot().newest) == all)
    #expect(try log.recent([:], newest: nil).isEmpty)
  }
}
