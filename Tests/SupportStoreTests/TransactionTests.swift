import Dispatch
import Platform
import SupportModel
import Testing

@testable import SupportStore

struct TransactionTests {
  @Test("A commit writes the line, then the document that the line folds to")
  func commit() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let file = try desk.logFile
    #expect(file.description.hasPrefix("2026/11/20-"))
    let lines = try EventLog(desk.layout).lines(of: file)
    #expect(lines.unfinished.isEmpty)
    #expect(try lines.lines.map { try $0.event().subject } == [.ticket(id)])
    try desk.expectWhole()
    #expect(try desk.read(id) == "one")
  }

  @Test("Dropping a transaction writes nothing")
  func drop() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let (log, documents) = (try FileSystem.read(desk.logPath), try desk.documents())
    var transaction = try desk.transaction()
    try transaction.record(
      EventDraft(.ticketUpdated, .ticket(id), Patch(set: JSONObject([("subject", "two")]))),
      by: .agent("ada"))
    #expect(try transaction.snapshot.ticket(id)?.subject == "two")
    _ = consume transaction
    #expect(try FileSystem.read(desk.logPath) == log)
    #expect(try desk.documents() == documents)
    #expect(try desk.read(id) == "one")
  }

  @Test("A commit of nothing writes nothing")
  func empty() throws {
    let desk = try TestDesk()
    #expect(try desk.transaction().commit() == nil)
    #expect(try FileSystem.statusIfPresent(desk.layout.events) == nil)
  }

  @Test("Transactions follow each other, each seeing the one before")
  func row() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    for number in 0..<5 { try desk.set(id, "subject", "\(number)") }
    let other = try desk.open("two")
    #expect(try desk.read(id) == "4")
    #expect(try desk.read(other) == "two")
    let events = try EventLog(desk.layout).allEvents()
    #expect(events.count == 7)
    #expect(events.map(\.id) == events.map(\.id).sorted())
    try desk.expectWhole()
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("Many events are one append, and many tickets are one transaction")
  func bulk() throws {
    let desk = try TestDesk()
    let ids = try desk.open("a", "b", "c", by: "bob@example.com")
    #expect(Set(ids).count == 3)
    #expect(try desk.store.snapshot().ticketIDs() == ids.sorted())
    #expect(try desk.store.snapshot().customer("bob@example.com") != nil)
    try desk.expectWhole()
  }

  @Test("What was decided by settings that have changed meanwhile is not written")
  func settingsChanged() throws {
    let desk = try TestDesk()
    let (store, id) = (try desk.store, try desk.open("one"))
    let settings = try FileSystem.read(desk.layout.settings)
    try FileSystem.replace(desk.layout.settings, with: Array(#"{"format": 1}"#.utf8))
    #expect(throws: StoreError.settingsChanged) {
      _ = try store.transaction(for: "test", chance: Chance(), at: desk.now())
    }
    try FileSystem.replace(desk.layout.settings, with: settings)
    _ = try store.transaction(for: "test", chance: Chance(), at: desk.now())
    #expect(try desk.read(id) == "one")
  }

  @Test("A wall clock that went back by years does not put an event before what it follows")
  func clockWentBack() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    var transaction = try desk.store.transaction(
      for: "test", chance: Chance(), at: TestDesk.start - TimeSpan(seconds: 10 * 31_536_000))
    try transaction.record(
      EventDraft(.ticketUpdated, .ticket(id), Patch(set: JSONObject([("subject", "two")]))),
      by: .agent("ada"))
    #expect(try transaction.commit() == nil)
    #expect(try desk.read(id) == "two")
    try desk.expectWhole()
    #expect(try EventLog(desk.layout).files().count == 1)
  }

  @Test("A new day, month and year each have their file, and nothing is missed on the way")
  func newDays() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    for (number, days) in [1, 15, 60, 400].enumerated() {
      let at = TestDesk.start + TimeSpan(seconds: days * 86_400)
      var transaction = try desk.store.transaction(for: "test", chance: Chance(), at: at)
      try transaction.record(
        EventDraft(
          .ticketUpdated, .ticket(id), Patch(set: JSONObject([("subject", .string("\(number)"))]))),
        by: .agent("ada"))
      #expect(try transaction.commit() == nil)
      #expect(try desk.read(id) == "\(number)")
    }
    #expect(try EventLog(desk.layout).files().count == 5)
    try desk.expectWhole()
    try FileSystem.removeTree(desk.layout.folded)
    try desk.append(try desk.line(id, "subject", "late"), to: desk.logPath)
    #expect(try desk.read(id) == "late")
  }

  @Test("Very many records are changed without holding them, also where a document is gone by then")
  func withoutHolding() throws {
    let desk = try TestDesk()
    let ids = try desk.open("one", "two", "three")
    var transaction = try desk.transaction()
    transaction.keepsDocuments = false
    for id in ids {
      let before = try transaction.snapshot.ticket(id)?.document
      let message = JSONObject([("direction", "outbound"), ("body", "once")])
      let draft = EventDraft(.ticketMessageAdded, .ticket(id), Patch(message: message))
      transaction.record(draft, to: before, by: .agent("ada"))
      let after = try transaction.snapshot.ticket(id)
      #expect(after?.messages.last?.body == "once")
    }
    let held = transaction.events.count
    #expect(held == 0)
    try FileSystem.remove(desk.document(ids[1]))
    var told: [Int] = []
    let warning = try transaction.commit { told.append($0) }
    #expect(warning == nil && told == [1, 2, 3])
    for id in ids {
      #expect(try desk.store.snapshot().ticket(id)?.messages.count == 2)
    }
    try desk.expectWhole()
  }

  @Test("A replica keeps its name")
  func replica() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let name = try FileSystem.read(desk.layout.replica)
    try desk.set(id, "subject", "two")
    #expect(try FileSystem.read(desk.layout.replica) == name)
    #expect(try EventLog(desk.layout).files().count == 1)
  }

  @Test("A copied folder writes under a name of its own, and the two merge by copying files")
  func copiedFolder() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let copy = try desk.copy(named: "copy")
    let store = try DeskStore(copy)
    #expect(try store.snapshot().ticket(id)?.subject == "one")
    var transaction = try store.transaction(for: "test", chance: Chance(), at: desk.now())
    try transaction.record(
      EventDraft(.ticketUpdated, .ticket(id), Patch(set: JSONObject([("order", "copy")]))),
      by: .agent("ada"))
    #expect(try transaction.commit() == nil)
    try desk.set(id, "subject", "two")
    let names = try EventLog(copy).files().map(\.replica)
    #expect(Set(names).count == 2)
    // Each way, as rsync or git bring files: whole, by rename.
    for (from, to) in [(copy, desk.layout), (desk.layout, copy)] {
      for file in try EventLog(from).files() {
        let bytes = try FileSystem.read(EventLog(from).path(file))
        let target = EventLog(to).path(file)
        if try FileSystem.readIfPresent(target)?.count ?? 0 < bytes.count {
          try FileSystem.replace(target, with: bytes)
        }
      }
    }
    for layout in [copy, desk.layout] {
      let ticket = try DeskStore(layout).snapshot().ticket(id)
      #expect(ticket?.order == "copy")
      #expect(ticket?.subject == "two")
    }
    #expect(
      try FileSystem.read(copy.document(.ticket(id))) == FileSystem.read(desk.document(id)))
  }

  @Test("A new replica does not take a name that the log knows")
  func freshReplica() throws {
    let desk = try TestDesk()
    var chance = Chance(seed: 5)
    let first = try Replica.claim(desk.layout, using: &chance).name
    let file = LogFile(TestDesk.start.date, replica: first)
    try FileSystem.appendDurably([0x0A], to: EventLog(desk.layout).path(file))
    try FileSystem.remove(desk.layout.replica)
    chance = Chance(seed: 5)
    #expect(try Replica.claim(desk.layout, using: &chance).name != first)
  }

  @Test("A longest address is a customer like any other")
  func longAddress() throws {
    let desk = try TestDesk()
    let local = String(repeating: "ü", count: 100)
    let email = try #require(EmailAddress(local + "@example.com")).text
    try desk.open("one", by: email)
    #expect(try desk.store.snapshot().customer(email)?["email"]?.string == email)
    try desk.expectWhole()
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("A link in the place of the log file is not written through")
  func linkedLog() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let (path, outside) = (try desk.logPath, desk.folder.path + "/outside")
    try FileSystem.rename(path, to: outside)
    let before = try FileSystem.read(outside)
    let link = try #require(ChildProcess.find("ln", path: nil))
    #expect(try ChildProcess.talk(link, ["-s", outside, path]).status == 0)
    #expect(throws: SystemError.self) { try desk.set(id, "subject", "two") }
    #expect(try FileSystem.read(outside) == before)
  }
}

struct SimultaneousTests {
  @Test("Commands at once lose nothing, and a reader among them never sees a step back")
  func manyWriters() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let (store, writers, rounds) = (try desk.store, 3, 8)
    DispatchQueue.concurrentPerform(iterations: writers + 1) { number in
      do {
        if number == writers {
          try Self.watch(store, id, until: writers * rounds)
        } else {
          for round in 0..<rounds { try Self.tag(store, id, "\(number)-\(round)") }
        }
      } catch {
        Issue.record(error)
      }
    }
    let tags = try desk.store.snapshot().ticket(id)?.tags ?? []
    #expect(Set(tags).count == writers * rounds)
    try desk.expectWhole()
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  private static func tag(_ store: DeskStore, _ id: TicketID, _ tag: String) throws {
    var transaction = try store.transaction(for: "test", chance: Chance(), at: TestDesk.start)
    let patch = Patch(add: JSONObject([("tags", [.string(tag)])]))
    try transaction.record(EventDraft(.ticketUpdated, .ticket(id), patch), by: .agent("ada"))
    #expect(try transaction.commit() == nil)
    // Acknowledged: from here on every reader knows it.
    #expect(try store.snapshot().ticket(id)?.tags.contains(tag) == true)
  }

  private static func watch(_ store: DeskStore, _ id: TicketID, until count: Int) throws {
    var seen = 0
    for _ in 0..<100_000 where seen < count {
      let now = try #require(try store.snapshot().ticket(id)).tags.count
      #expect(now >= seen)
      seen = now
    }
    #expect(seen == count)
  }
}

struct EndOfTimeTests {
  @Test(
    "A change whose events nobody could read is refused before anything is written",
    arguments: ["clock", "newest event"])
  func refused(what: String) throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    if what == "newest event" {
      let last = EventID(
        time: EventID.end + TimeSpan(milliseconds: -1), chance: (1 << 80) - 1)
      let event = Event(
        EventDraft(.ticketUpdated, .ticket(id)), id: last, at: desk.now(), by: .agent("ada"))
      try desk.append(EventLine.encode(event) + [0x0A], to: desk.logPath)
    }
    let before = try FileSystem.read(desk.logPath)
    let now = what == "clock" ? EventID.end : desk.now()
    #expect(throws: StoreError.endOfTime) { try change(id, desk, at: now) }
    #expect(try FileSystem.read(desk.logPath) == before)
    #expect(try EventLog(desk.layout).files().count == 1)
  }

  private func change(_ id: TicketID, _ desk: TestDesk, at now: Instant) throws {
    var transaction = try desk.store.transaction(for: "test", chance: Chance(), at: now)
    try transaction.record(EventDraft(.ticketUpdated, .ticket(id)), by: .agent("ada"))
    _ = try transaction.commit()
  }
}

struct LockTests {
  @Test("A change that waits too long says who holds the lock")
  func locked() throws {
    let desk = try TestDesk()
    var store = try desk.store
    store.patience = 50
    let held = try FileLock.take(desk.layout.lock, patience: 0, holder: "process 7 for a nap")
    #expect(throws: StoreError.locked(holder: "process 7 for a nap")) {
      _ = try store.transaction(for: "test", chance: Chance(), at: desk.now())
    }
    #expect(throws: StoreError.locked(holder: "process 7 for a nap")) {
      try store.fsck(repair: false)
    }
    let reader = try store.snapshot()
    #expect(try reader.ticketIDs().isEmpty)
    _ = consume held
    _ = try store.transaction(for: "test", chance: Chance(), at: desk.now())
  }

  @Test("The lock goes with the transaction, committed or dropped")
  func givenBack() throws {
    let desk = try TestDesk()
    var store = try desk.store
    // A child that another test starts at this moment holds it too, until it runs its program.
    store.patience = 3000
    for _ in 0..<3 {
      _ = try store.transaction(for: "test", chance: Chance(), at: desk.now())
    }
    #expect(try FileSystem.read(desk.layout.lock).isEmpty)
  }

  @Test("A lock that another process holds is waited for")
  func otherProcess() throws {
    let desk = try TestDesk()
    guard let flock = ChildProcess.find("flock", path: nil) else { return }
    let (lock, marker) = (desk.layout.lock, desk.folder.path + "/held")
    try shell("'\(flock)' '\(lock)' sh -c \"touch '\(marker)'; sleep 0.3\" > /dev/null 2>&1 &")
    while try FileSystem.statusIfPresent(marker) == nil { WallClock.sleep(milliseconds: 5) }
    var store = try desk.store
    store.patience = 20
    #expect(throws: StoreError.locked(holder: "")) {
      _ = try store.transaction(for: "test", chance: Chance(), at: desk.now())
    }
    store.patience = 5000
    _ = try store.transaction(for: "test", chance: Chance(), at: desk.now())
  }
}
