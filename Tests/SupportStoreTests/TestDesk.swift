import Platform
import SupportModel
import Testing

@testable import SupportStore

/// A folder of its own for one test, gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    var chance = Chance()
    let base = FileSystem.realPath("/tmp") ?? "/tmp"
    path = "\(base)/support-tests-\(ProcessID.current)-\(String(chance.next(), radix: 36))"
    try FileSystem.makeFolder(path)
  }

  deinit { try? FileSystem.removeTree(path) }
}

/// A desk in a temporary folder, and the ways in which its files come to be otherwise than its
/// commands leave them.
final class TestDesk {
  let folder: TemporaryFolder
  let layout: DeskLayout
  private var minutes = 0

  static let start = Instant(CivilDate(year: 2026, month: 11, day: 20)) + TimeSpan(seconds: 36_000)

  init() throws {
    folder = try TemporaryFolder()
    let ada = Agent(handle: "ada", emails: ["ada@desk.example"], role: .admin)
    layout = try NewDesk.make(in: folder.path + "/desk", name: "Test", firstAdmin: ada)
  }

  var store: DeskStore { get throws { try DeskStore(layout) } }

  /// A minute later each time.
  func now() -> Instant {
    minutes += 1
    return Self.start + TimeSpan(seconds: 60 * minutes)
  }

  func transaction(_ purpose: String = "test") throws -> Transaction {
    try store.transaction(for: purpose, chance: Chance(), at: now())
  }

  /// Opens tickets in one transaction.
  @discardableResult
  func open(_ subjects: String..., by email: String? = nil) throws -> [TicketID] {
    var transaction = try transaction()
    var ids: [TicketID] = []
    for subject in subjects {
      let id = try transaction.freshTicketID()
      var set = JSONObject([("subject", .string(subject)), ("status", "new")])
      if let email {
        set["customer"] = .string(email)
        try transaction.record(
          EventDraft(.customerCreated, RecordKey(.customer, email), Patch(set: JSONObject())),
          by: .agent("ada"))
      }
      let message = JSONObject([("body", .string("about \(subject)"))])
      try transaction.record(
        EventDraft(.ticketCreated, .ticket(id), Patch(set: set, message: message)),
        by: .agent("ada"))
      ids.append(id)
    }
    #expect(try transaction.commit() == nil)
    return ids
  }

  func open(_ subject: String) throws -> TicketID { try #require(try open(subject).first) }

  func set(_ id: TicketID, _ field: String, _ value: String) throws {
    var transaction = try transaction()
    try transaction.record(draft(id, field, value), by: .agent("ada"))
    #expect(try transaction.commit() == nil)
  }

  private func draft(_ id: TicketID, _ field: String, _ value: String) -> EventDraft {
    EventDraft(.ticketUpdated, .ticket(id), Patch(set: JSONObject([(field, .string(value))])))
  }

  /// The line of an event that sets a field, later than all there are.
  func line(_ id: TicketID, _ field: String, _ value: String) throws -> [UInt8] {
    var clock = HybridClock(newest: try EventLog(layout).allEvents().last?.id)
    var chance = Chance()
    let at = now()
    let event = Event(
      draft(id, field, value), id: clock.next(at: at, using: &chance), at: at, by: .agent("ada"))
    return EventLine.encode(event) + [0x0A]
  }

  /// Appends bytes to a file as another program does: in place.
  func append(_ bytes: [UInt8], to path: String) throws {
    try FileSystem.appendDurably(bytes, to: path)
  }

  /// The newest log file of this copy; nil where it has not written any.
  func ownFile() throws -> LogFile? {
    let bytes = try FileSystem.readIfPresent(layout.replica) ?? []
    let name = String(decoding: bytes.prefix { $0 != 0x20 }, as: UTF8.self)
    return try EventLog(layout).files().last { $0.replica == name[...] }
  }

  var logFile: LogFile { get throws { try #require(try ownFile()) } }

  var logPath: String { get throws { EventLog(layout).path(try logFile) } }

  /// What a command of now reads of a field.
  func read(_ id: TicketID, _ field: String = "subject") throws -> String? {
    try store.snapshot().ticket(id)?.text(field)
  }

  func document(_ id: TicketID) -> String { layout.document(.ticket(id)) }

  /// Every document with its bytes, by its path in the desk.
  func documents() throws -> [String: [UInt8]] {
    let found = try files(below: layout.tickets).merging(files(below: layout.customers)) { $1 }
    return Dictionary(uniqueKeysWithValues: found.map { (layout.relative($0), $1) })
  }

  /// What the documents have to be: folded from the log by nothing but the log.
  func expectedDocuments() throws -> [String: [UInt8]] {
    let histories = try EventLog(layout).histories()
    var expected: [String: [UInt8]] = [:]
    for key in histories.records {
      let document = try #require(Fold.document(histories[key]))
      expected[layout.relative(layout.document(key))] = JSON.object(document).prettyBytes
    }
    return expected
  }

  /// Checks that documents are what the log says.
  func expectWhole(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let (found, expected) = (try documents(), try expectedDocuments())
    #expect(
      Set(found.keys) == Set(expected.keys), comment, sourceLocation: sourceLocation)
    for (path, bytes) in expected {
      #expect(
        found[path].map { String(decoding: $0, as: UTF8.self) }
          == String(decoding: bytes, as: UTF8.self), comment, sourceLocation: sourceLocation)
    }
  }

  /// Everything of the desk in a second folder, as `cp -a` does it.
  func copy(named name: String) throws -> DeskLayout {
    let target = folder.path + "/" + name
    let program = try #require(ChildProcess.find("cp", path: nil))
    #expect(try ChildProcess.talk(program, ["-a", layout.root, target]).status == 0)
    return DeskLayout(root: target)
  }
}

/// The codes that fsck finds.
func codes(_ report: Fsck.Report) -> [Finding.Code] { report.findings.map(\.code) }
