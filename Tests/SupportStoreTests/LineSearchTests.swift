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

  @Test("So much of the end of the log is looked at, and no more")
  func bound() throws {
    let long = JSON.string(String(repeating: "x", count: 200_000))
    try record([("assigned_to", "ada")])
    try record([("subject", long)])
    try record([("assigned_to", "bob")])
    try record([("subject", long)])
    #expect(try lastGiven("ada", "bob").count == 2)
    try record([("subject", long)])
    #expect(try lastGiven("ada", "bob").keys.sorted() == ["bob"])
  }

  @Test("Of a day with a long file and a short one, the long one gets what the other leaves")
  func shares() throws {
    let long = JSON.string(String(repeating: "x", count: 200_000))
    try record([("assigned_to", "ada")])
    try record([("subject", long)])
    try record([("subject", long)])
    let own = try desk.logPath
    let other = own.replacing(try desk.logFile.replica, with: "zzzz")
    try FileSystem.replace(other, with: try desk.line(id, "assigned_to", "bob"))
    #expect(try lastGiven("ada", "bob").count == 2)
    // What is no file has no lines.
    try FileSystem.remove(other)
    try FileSystem.makeFolder(other)
    #expect(try lastGiven("ada", "bob").keys.sorted() == ["ada"])
  }
}
