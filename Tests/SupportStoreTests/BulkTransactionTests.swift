import Platform
import SupportModel
import Testing

@testable import SupportStore

struct BulkTransactionTests {
  private func records(
    _ count: Int, _ transaction: inout BulkTransaction
  ) throws -> [BulkTransaction.Record] {
    try (0..<count).map { number in
      let id = try transaction.freshTicketID(at: TestDesk.start)
      let set = JSONObject([("subject", .string("number \(number)")), ("status", "new")])
      let event = Event(
        EventDraft(.ticketCreated, .ticket(id), Patch(set: set)), id: transaction.nextID(),
        at: TestDesk.start, by: .agent("ada"))
      return BulkTransaction.Record(.ticket(id), [event], Fold.document(nil, adding: event))
    }
  }

  @discardableResult
  private func write(_ count: Int, to store: DeskStore) throws -> [TicketID] {
    var transaction = try store.bulkTransaction(
      for: "test", chance: Chance(), at: TestDesk.start)
    let records = try records(count, &transaction)
    #expect(try transaction.commit(records) == nil)
    return records.compactMap(\.key.ticketID)
  }

  @Test("What it wrote is there, in the log and as documents")
  func written() throws {
    let desk = try TestDesk()
    let ids = try write(300, to: desk.store)
    #expect(try Documents(layout: desk.layout).ticketIDs() == ids.sorted())
    #expect(try desk.store.tail().tail.isEmpty)
    #expect(try desk.store.fsck(repair: false, at: desk.now()).findings.isEmpty)
    let more = try write(300, to: desk.store)
    #expect(Set(more).isDisjoint(with: ids))
    #expect(try desk.store.log.allEvents().count == 600)
  }

  @Test("Dropping it changes nothing")
  func dropped() throws {
    let desk = try TestDesk()
    do {
      var transaction = try desk.store.bulkTransaction(
        for: "test", chance: Chance(), at: TestDesk.start)
      _ = try records(3, &transaction)
    }
    #expect(try desk.store.log.allEvents().isEmpty)
    #expect(try Documents(layout: desk.layout).ticketIDs().isEmpty)
  }

  @Test("A long log goes on in another file, and every file is this copy's own")
  func longLog() throws {
    let desk = try TestDesk()
    var store = try desk.store
    store.longestLogFile = 10_000
    for _ in 0..<4 { try write(100, to: store) }
    let files = try store.log.files()
    #expect(files.count == 4)
    let replica = try #require(try Replica.current(desk.layout))
    #expect(files.allSatisfy(replica.owns))
    #expect(try store.tail().tail.isEmpty)
    _ = try desk.open("after it")
    #expect(try store.fsck(repair: false, at: desk.now()).findings.isEmpty)
  }

  @Test(
    "Documents that a power cut took back are folded again, settled or not",
    arguments: [true, false])
  func powerCut(isSettled: Bool) throws {
    let desk = try TestDesk()
    let ids = try write(100, to: desk.store)
    if isSettled {
      try desk.store.settle()
    } else {
      for id in ids.prefix(50) {
        try FileSystem.replace(desk.layout.document(.ticket(id)), with: [])
      }
    }
    var store = try desk.store
    store.boot = { "another" }
    #expect(try store.snapshot().tickets().count == 100)
    #expect(try store.fsck(repair: false, at: desk.now()).findings.isEmpty)
  }

  @Test("What a killed writer left undone is done by the next command")
  func killed() throws {
    let desk = try TestDesk()
    try write(5, to: desk.store)
    let mark = try FileSystem.read(desk.layout.folded + "/mark")
    let ids = try write(100, to: desk.store)
    try FileSystem.overwrite(desk.layout.folded + "/mark", with: mark)
    try FileSystem.remove(desk.layout.document(.ticket(ids[3])))
    try FileSystem.replace(desk.layout.document(.ticket(ids[4])), with: Array("{\n  \"form".utf8))
    #expect(try desk.store.snapshot().tickets().count == 105)
    #expect(try desk.store.fsck(repair: false, at: desk.now()).findings.isEmpty)
  }
}
