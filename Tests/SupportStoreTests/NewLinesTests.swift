import Platform
import SupportModel
import Testing

@testable import SupportStore

@Suite("Whose work is whose, told by the lines that came since")
struct NewLinesTests {
  private let desk: TestDesk

  init() throws { desk = try TestDesk() }

  private func work(_ begun: [TicketID]) throws -> ToldWork {
    var lines: [(ticket: UInt64, line: LogLine)] = []
    try EventLog(desk.layout).visit { line in
      if let id = line.subject?.ticketID { lines.append((id.number, line)) }
    }
    return NewLines(begun: begun.map(\.number).sorted(), lines: lines).told()
  }

  private func told(_ id: TicketID) throws -> String? {
    try work([id]).states[id.number].map { "\($0.status) \($0.owner ?? "-")" }
  }

  private func record(_ id: TicketID, _ patch: Patch, meta: JSONObject = JSONObject()) throws {
    var transaction = try desk.transaction()
    var draft = EventDraft(.ticketUpdated, .ticket(id), patch)
    draft.meta = meta
    try transaction.record(draft, by: .agent("ada"))
    #expect(try transaction.commit() == nil)
  }

  private func set(_ id: TicketID, _ members: (String, JSON)...) throws {
    try record(id, Patch(set: JSONObject(members)))
  }

  @Test("It is as their documents are, whatever else was said", arguments: 0..<8)
  func many(seed: UInt64) throws {
    var dice = Chance(seed: seed)
    func one<Value>(_ values: Value...) -> Value { values.randomElement(using: &dice) ?? values[0] }
    // A value that reads like a field's name is left to who folds events.
    let names = seed < 4 ? [] : ["status", "assigned_to"]
    let words = names + ["\"status\":\"done\"", "\\\"assigned_to\":\"eve\"", "x"]
    let ids = try desk.open("one", "two", "three", names.first ?? "four", "\"status\":\"new\"")
    func word() -> JSON { .string(words.randomElement(using: &dice) ?? "") }
    for _ in 0..<60 {
      let id = ids.randomElement(using: &dice) ?? ids[0]
      var patch = Patch()
      patch.set["subject"] = one(nil, word())
      patch.set["status"] = one(nil, nil, "open", "pending", "closed")
      patch.set["assigned_to"] = one(nil, "ada", "eve", .null)
      for field in ["status", "assigned_to"] where patch.set[field] != nil {
        patch.from[field] = one(nil, "before")
      }
      patch.set["fields.color"] = one(nil, word())
      patch.set["fields"] = one(nil, nil, .object(JSONObject([("status", word())])))
      patch.add["statuses"] = one(
        nil, .array([.object(JSONObject([("status", "open"), ("assigned_to", word())]))]))
      patch.add["tags"] = one(nil, .array(["x"]))
      patch.message = one(nil, JSONObject([("body", word())]))
      try record(
        id, patch,
        meta: one(JSONObject(), JSONObject([("status", word()), ("assigned_to", "vic")])))
    }
    let work = try work(ids)
    let log = EventLog(desk.layout)
    let turns = try log.lastGiven(in: log.files().map { LogSpan(file: $0) })
    #expect(work.hasAllTurns == (seed < 4))
    if work.hasAllTurns { #expect(work.turns == turns) }
    #expect(work.states.count == ids.count || seed >= 4)
    #expect(try self.work([]).turns == work.turns)
    let snapshot = try desk.store.snapshot()
    for id in ids {
      let ticket = try #require(try snapshot.ticket(id))
      guard let state = work.states[id.number] else { continue }
      #expect(state.status == ticket.status)
      #expect(state.owner == ticket.assignee)
    }
    let plain: TicketID = try desk.open("plain")
    try set(plain, ("status", "closed"), ("assigned_to", "ada"))
    #expect(try told(plain) == "closed ada")
  }

  @Test("The later event counts, wherever its line stands")
  func order() throws {
    let id: TicketID = try desk.open("a ticket")
    try set(id, ("assigned_to", "ada"))
    try set(id, ("status", "open"), ("assigned_to", .null))
    #expect(try told(id) == "open -")
    let path = try desk.logPath
    let lines = try FileSystem.read(path).split(separator: 0x0A)
    try FileSystem.overwrite(path, with: Array(lines.reversed().flatMap { $0 + [0x0A] }))
    #expect(try told(id) == "open -")
  }

  @Test("What is not plain is not told")
  func doubtful() throws {
    let ids = try desk.open("a list", "a name", "an escape", "a number", "sound")
    try record(ids[0], Patch(add: JSONObject([("status", .array(["open"]))])))
    try set(ids[1], ("priority", "status"))
    try set(ids[2], ("assigned_to", "a\"da"))
    try set(ids[3], ("assigned_to", 7))
    try set(ids[4], ("assigned_to", "ada"))
    #expect(try ids.map(told) == [nil, nil, nil, nil, "new ada"])
  }

  @Test("Where a line is hurt, nothing is told")
  func hurt() throws {
    let ids = try desk.open("one", "two")
    for id in ids { try set(id, ("assigned_to", "ada")) }
    let path = try desk.logPath
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    let line = try #require(text.split(separator: "\n").last { $0.contains(#""ada""#) })
    try FileSystem.overwrite(
      path, with: Array(text.replacing(line, with: line.replacing(#""ada""#, with: #""eve""#)).utf8)
    )
    #expect(try ids.map(told) == [nil, nil])
    #expect(try !work(ids).hasAllTurns)
  }
}
