import Platform
import SupportModel
import Testing

@testable import SupportStore

/// One clone of a desk in which people are erased. All clones lie in one temporary folder.
struct ErasureClone {
  let layout: DeskLayout
  let folder: TemporaryFolder

  /// The first clone, with nothing in it.
  init() throws {
    folder = try TemporaryFolder()
    let ada = Agent(handle: "ada", role: .admin)
    layout = try NewDesk.make(in: folder.path + "/first", name: "Test", firstAdmin: ada)
  }

  private init(_ folder: TemporaryFolder, _ name: String) {
    self.folder = folder
    layout = DeskLayout(root: folder.path + "/" + name)
  }

  /// A clone of this one, as `cp -a` makes it: it takes a replica name of its own.
  func clone(_ name: String) throws -> ErasureClone {
    let program = try #require(ChildProcess.find("cp", path: nil))
    let clone = ErasureClone(folder, name)
    #expect(try ChildProcess.talk(program, ["-a", layout.root, clone.layout.root]).status == 0)
    return clone
  }

  var store: DeskStore { get throws { try DeskStore(layout) } }

  private func change(_ body: (inout Transaction) throws -> Void) throws {
    let now = Instant(milliseconds: WallClock.milliseconds())
    var transaction = try store.transaction(for: "test", chance: Chance(), at: now)
    try body(&transaction)
    #expect(try transaction.commit() == nil)
  }

  /// Opens a ticket of a customer, whose every text has `secret` and their name in it.
  @discardableResult
  func open(_ customer: String, attaching file: SupportModel.Attachment? = nil) throws -> TicketID {
    var id: TicketID?
    try change { transaction in
      let fresh = try transaction.freshTicketID()
      id = fresh
      let key = RecordKey(.customer, customer)
      if try transaction.snapshot.customer(customer) == nil {
        let set = JSONObject([("name", .string("secret \(customer)"))])
        try transaction.record(
          EventDraft(.customerCreated, key, Patch(set: set)), by: .agent("ada"))
      }
      let set = JSONObject([
        ("subject", .string("secret \(customer)")), ("status", "new"),
        ("customer", .string(customer)),
      ])
      try transaction.record(
        EventDraft(
          .ticketCreated, .ticket(fresh), Patch(set: set, message: message(customer, file))),
        by: .customer(customer))
    }
    return try #require(id)
  }

  func reply(_ id: TicketID, _ customer: String, attaching file: SupportModel.Attachment? = nil)
    throws
  {
    try change { transaction in
      try transaction.record(
        EventDraft(.ticketMessageAdded, .ticket(id), Patch(message: message(customer, file))),
        by: .agent("ada"))
    }
  }

  private func message(_ customer: String, _ file: SupportModel.Attachment?) -> JSONObject {
    var message = JSONObject([("body", .string("secret \(customer)"))])
    if let file { message["attachments"] = .array([file.json]) }
    return message
  }

  /// Puts the bytes of an attachment into the desk.
  func keep(_ text: String) throws -> SupportModel.Attachment {
    let path = folder.path + "/\(text).txt"
    try FileSystem.replace(path, with: Array(text.utf8))
    let file = try AttachmentStore.read(path, store.settings.limits)
    try AttachmentStore(layout).keep(file)
    return file.attachment
  }

  func erase(_ customer: String) throws {
    let salt = Erasure.salt(oldest: try #require(try EventLog(layout).oldest()))
    let address = try #require(EmailAddress(customer))
    try change { try $0.record(.erasing(address, salt: salt), by: .agent("ada")) }
  }

  func eraseContent(_ id: TicketID) throws {
    try change { try $0.record(.erasing(id), by: .agent("ada")) }
  }

  /// What a command does that only looks.
  func look() throws { _ = try store.snapshot() }

  /// Takes over log files of another clone, all or some, as `rsync` does it: never one's own, and
  /// of those that the other clone has from others only what is missing here.
  func pull(_ other: ErasureClone, _ isWanted: (LogFile) -> Bool = { _ in true }) throws {
    let own = try Replica.current(layout)?.names ?? []
    let theirs = try Replica.current(other.layout)?.names ?? []
    let (from, to) = (EventLog(other.layout), EventLog(layout))
    for file in try from.files() where !own.contains(file.replica) && isWanted(file) {
      let bytes = try FileSystem.read(from.path(file))
      let present = try FileSystem.readIfPresent(to.path(file))
      if present == nil || (theirs.contains(file.replica) && present != bytes) {
        try FileSystem.replace(to.path(file), with: bytes)
      }
    }
  }

  /// The files of the desk that say something, by their names: what is versioned, or everything.
  func files(holding text: String? = nil, in parts: [String] = ["events", "tickets", "customers"])
    throws -> [String: String]
  {
    var found: [String: String] = [:]
    for part in parts {
      for (path, bytes) in try SupportStoreTests.files(below: layout.root + "/" + part) {
        let (file, content) = (layout.relative(path), String(decoding: bytes, as: UTF8.self))
        if text.map({ content.contains($0) || file.contains($0) }) ?? true {
          found[file] = content
        }
      }
    }
    return found
  }

  /// Checks that nothing of a person is left in any file of this clone.
  func expectNothing(of person: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let parts = ["events", "tickets", "customers", "attachments", ".support"]
    let found = try files(holding: person, in: parts)
    #expect(found.keys.sorted() == [], sourceLocation: sourceLocation)
  }

  func expectSound(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let findings = try store.fsck(repair: false).findings
    #expect(
      findings.map(\.json).map { JSON.object($0).compact } == [], sourceLocation: sourceLocation)
  }
}
