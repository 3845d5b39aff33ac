import Platform
import SupportModel
import Testing
import TextSearch

@testable import SupportStore

/// What others do, or forbid, while somebody wants the index.
@Suite("An index that is not one's own")
struct IndexSharedTests {
  private let desk: TestDesk
  private let made: [TicketID]
  private var folder: IndexFolder { IndexFolder(desk.layout) }

  init() throws {
    desk = try TestDesk()
    made = try desk.open("one", "two", "three").sorted()
  }

  /// The tickets as the index has them; nil where it cannot be had.
  private func ids(_ snapshot: Snapshot? = nil) throws -> [TicketID]? {
    let judge = ClockJudge(readsTime: false, readsCustomers: false) { _ in nil }
    let store = try desk.store
    return try store.withIndex(try snapshot ?? store.snapshot(), at: desk.now(), judge) { index in
      try index.ids(of: SLAPeriod())
    }
  }

  @Test("Read-only it serves as it stands; where a file of it is damaged, the documents do")
  func readOnly() throws {
    #expect(try ids() == made)
    try withoutWriting(desk.layout.root) { () throws -> Void in
      #expect(try ids() == made)
    }
    for name in try FileSystem.names(in: folder.path) where name.hasPrefix("columns") {
      try FileSystem.replace(folder.path + "/" + name, with: [1])
    }
    try withoutWriting(desk.layout.root) { () throws -> Void in
      #expect(try ids() == nil)
    }
    #expect(try ids() == made)
  }

  @Test("Where the mark moves on while it is made, the documents are read")
  func markMoves() throws {
    let snapshot = try desk.store.snapshot()
    let line = try desk.line(made[1], "subject", "new")
    try desk.append(line, to: desk.layout.events + "/2026/11/20-0ther.jsonl")
    try desk.set(made[2], "priority", "high")
    #expect(try ids(snapshot) == nil)
    #expect(try ids() == made)
  }

  @Test("What was missing while it was made is in it once the desk is mended")
  func documentMended() throws {
    for mend in [
      { _ = try desk.store.fsck(repair: true) }, { _ = try desk.store.rebuild(nil) },
    ] {
      try FileSystem.remove(desk.document(made[1]))
      try folder.removeAll()
      #expect(try ids() == [made[0], made[2]])
      try mend()
      #expect(try ids() == made)
    }
  }

  /// A segment of which some tickets stand in a later one.
  private func segment(_ count: Int, gone: Int) throws -> IndexManifest.Segment {
    var set = DocumentSet(capacity: count)
    for ticket in 0..<gone { set.insert(ticket) }
    var writer = ByteWriter()
    writer.put(set.words)
    try FileSystem.makeFolder(folder.path)
    return IndexManifest.Segment(
      columns: "columns", texts: ["text"], clocks: nil,
      gone: gone > 0 ? try folder.write(writer.bytes, "gone") : nil, first: 1, last: 2,
      count: count, unfrozen: 0, bounds: IndexManifest.Bounds())
  }

  @Test(
    "Small segments are written again, and those of which most is gone",
    arguments: [
      (30_000, 0, 40, false), (30_000, 14_000, 40, false), (30_000, 15_001, 40, true),
      (60_000, 15_000, 15_000, true), (60_000, 0, 15_000, false), (150, 0, 40, true),
      (161, 0, 40, false),
    ])
  func absorbed(count: Int, gone: Int, written: Int, isAbsorbed: Bool) throws {
    let store = try desk.store
    let judge = ClockJudge(readsTime: false, readsCustomers: false) { _ in nil }
    let maker = IndexMaker(store, try store.snapshot(), at: desk.now(), judge, nil)
    let parted = try maker.absorbed(by: written, [try segment(count, gone: gone)])
    #expect(parted.gone.count == (isAbsorbed ? 1 : 0))
    #expect(parted.kept.count == (isAbsorbed ? 0 : 1))
  }
}
