import Platform
import SupportModel
import Testing

@testable import SupportStore

/// After a power cut the log is there, and documents and mark may each be older than it: whoever
/// comes next notices by the start of the machine, and looks at what was not known to be on the disk.
struct PowerCutTests {
  /// The desk as a command sees it after so many power cuts.
  private func store(_ desk: TestDesk, start: Int) throws -> DeskStore {
    var store = try desk.store
    store.boot = { "start-\(start)" }
    return store
  }

  private func set(_ id: TicketID, _ value: String, _ desk: TestDesk, start: Int) throws {
    var transaction = try store(desk, start: start)
      .transaction(for: "test", chance: Chance(), at: desk.now())
    let patch = Patch(set: JSONObject([("subject", .string(value))]))
    try transaction.record(EventDraft(.ticketUpdated, .ticket(id), patch), by: .system)
    #expect(try transaction.commit() == nil)
  }

  private func subject(_ id: TicketID, _ desk: TestDesk, start: Int) throws -> String? {
    try store(desk, start: start).snapshot().ticket(id)?.subject
  }

  private func mark(_ desk: TestDesk) throws -> FoldMark {
    try #require(try FoldMark.read(desk.layout))
  }

  @Test(
    "A document that the power cut took back is folded again, whatever is left of it",
    arguments: ["old", "empty", "cut", "gone"])
  func takenBack(what: String) throws {
    let desk = try TestDesk()
    let (id, other) = (try desk.open("one"), try desk.open("other"))
    let old = try FileSystem.read(desk.document(id))
    try set(id, "two", desk, start: 1)
    let (new, intact) = (try FileSystem.read(desk.document(id)), desk.document(other))
    let inode = try FileSystem.status(intact).inode
    switch what {
    case "old": try FileSystem.replace(desk.document(id), with: old)
    case "empty": try FileSystem.truncate(desk.document(id), to: 0)
    case "cut": try FileSystem.truncate(desk.document(id), to: new.count - 5)
    default: try FileSystem.remove(desk.document(id))
    }
    #expect(try store(desk, start: 2).tail().tail.unsettled != nil)
    #expect(try subject(id, desk, start: 2) == "two")
    try desk.expectWhole()
    #expect(try FileSystem.status(intact).inode == inode, "written again without need")
    #expect(try store(desk, start: 2).tail().tail.isEmpty)
    #expect(try mark(desk).settled == mark(desk).hotPosition)
  }

  @Test("Within one start of the machine nothing is looked at again")
  func sameStart() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    try set(id, "two", desk, start: 1)
    #expect(try store(desk, start: 1).tail().tail.isEmpty)
    let mark = try mark(desk)
    #expect(mark.boot == "start-1" && mark.settled.offset < mark.hotPosition.offset)
  }

  @Test("A writer after the power cut heals first, and a reader that cannot write folds in memory")
  func writerAndReader() throws {
    let desk = try TestDesk()
    let (id, other) = (try desk.open("one"), try desk.open("other"))
    let old = try FileSystem.read(desk.document(id))
    try set(id, "two", desk, start: 1)
    try FileSystem.replace(desk.document(id), with: old)
    let held = try FileLock.take(desk.layout.lock, patience: 0, holder: "test")
    #expect(try subject(id, desk, start: 2) == "two")
    #expect(try FileSystem.read(desk.document(id)) == old)
    _ = consume held
    try set(other, "later", desk, start: 2)
    try desk.expectWhole()
  }

  @Test("A mark that is older than the log, or gone, with documents of any age")
  func oldMark() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    try set(id, "two", desk, start: 1)
    let (old, path) = (try FileSystem.read(desk.document(id)), desk.layout.folded + "/mark")
    let saved = try FileSystem.read(path)
    for (start, mark) in [(2, saved), (3, []), (4, nil)] {
      try set(id, "start \(start)", desk, start: start)
      try FileSystem.replace(desk.document(id), with: old)
      if let mark {
        try FileSystem.replace(path, with: mark)
      } else {
        try FileSystem.remove(path)
      }
      #expect(try subject(id, desk, start: start + 1) == "start \(start)")
      try desk.expectWhole()
    }
  }

  @Test("A new day's file begins with the documents of the day before on the disk")
  func newDay() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    try set(id, "two", desk, start: 1)
    let before = try desk.logFile
    var transaction = try store(desk, start: 1)
      .transaction(for: "test", chance: Chance(), at: desk.now() + .day)
    let patch = Patch(set: JSONObject([("order", "A")]))
    try transaction.record(EventDraft(.ticketUpdated, .ticket(id), patch), by: .system)
    #expect(try transaction.commit() == nil)
    #expect(try desk.logFile != before)
    #expect(try mark(desk).settled == mark(desk).hotPosition)
    #expect(try mark(desk).hot == desk.logFile)
    try set(id, "three", desk, start: 1)
    #expect(try mark(desk).settled.offset < mark(desk).hotPosition.offset)
  }

  @Test("Past some log, documents are brought to the disk and the rest stays short")
  func limit() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let value = String(repeating: "x", count: FoldMark.unsettledLimit / 3)
    var settled: [Int] = []
    for _ in 0..<7 {
      try set(id, value, desk, start: 1)
      let mark = try mark(desk)
      settled.append(mark.settled.offset)
      #expect(mark.hotPosition.offset - mark.settled.offset <= FoldMark.unsettledLimit)
    }
    #expect(Set(settled).count == 3)
  }

  @Test("Where the start of the machine is not told, each command waits for its documents")
  func unknownStart() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    var store = try desk.store
    store.boot = { nil }
    for _ in 0..<2 {
      var transaction = try store.transaction(for: "test", chance: Chance(), at: desk.now())
      try transaction.record(EventDraft(.ticketUpdated, .ticket(id)), by: .system)
      #expect(try transaction.commit() == nil)
      #expect(try mark(desk).settled == mark(desk).hotPosition)
      #expect(try store.tail().tail.isEmpty)
    }
  }

  @Test("The system tells its start, the same each time")
  func bootID() throws {
    let id = try #require(BootID.current())
    #expect(!id.contains(" ") && BootID.current() == id)
  }
}
