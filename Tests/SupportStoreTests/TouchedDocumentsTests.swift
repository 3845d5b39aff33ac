import Platform
import SupportModel
import Testing

@testable import SupportStore

/// Documents that somebody else puts back, merges or edits: whoever reads one next can tell, however
/// many commands changed other records in between.
struct TouchedDocumentsTests {
  /// A desk with a ticket whose document is put back to what it was before its last change.
  private func putBack(_ desk: TestDesk) throws -> TicketID {
    let id = try desk.open("one")
    let old = try FileSystem.read(desk.document(id))
    try desk.set(id, "subject", "two")
    try replace(desk.document(id), with: old)
    return id
  }

  /// Replaces a file later than the clock of the file system can hide.
  private func replace(_ path: String, with bytes: [UInt8]) throws {
    WallClock.sleep(milliseconds: 20)
    try FileSystem.replace(path, with: bytes)
  }

  @Test("A document that was put back is shown as the log has it, and written again")
  func shown() throws {
    let desk = try TestDesk()
    let id = try putBack(desk)
    #expect(try desk.read(id) == "two")
    try desk.expectWhole()
  }

  @Test("A change builds on what the log has, not on what was put back")
  func changed() throws {
    let desk = try TestDesk()
    let id = try putBack(desk)
    try desk.set(id, "order", "A")
    #expect(try desk.read(id) == "two")
    try desk.expectWhole()
  }

  @Test("Changes of other records do not hide it")
  func others() throws {
    let desk = try TestDesk()
    let id = try putBack(desk)
    let other = try desk.open("other")
    for value in ["b", "c"] { try desk.set(other, "subject", value) }
    #expect(try desk.read(id) == "two")
    try desk.expectWhole()
  }

  @Test("Lists find all that were put back at once")
  func list() throws {
    let desk = try TestDesk()
    let ids = try desk.open("a", "b", "c")
    let old = try ids.map { try FileSystem.read(desk.document($0)) }
    for id in ids.dropLast() { try desk.set(id, "subject", "new") }
    for (id, bytes) in zip(ids, old) { try replace(desk.document(id), with: bytes) }
    let tickets = try desk.store.snapshot().tickets()
    #expect(tickets.map(\.id) == ids.sorted())
    #expect(tickets.filter { $0.subject == "new" }.count == 2)
    try desk.expectWhole()
  }

  @Test("A customer's document that was put back is noticed as well")
  func customer() throws {
    let desk = try TestDesk()
    try desk.open("a", by: "bob@example.com")
    let key = RecordKey(.customer, "bob@example.com")
    let old = try FileSystem.read(desk.layout.document(key))
    try desk.open("b", by: "bob@example.com")
    try replace(desk.layout.document(key), with: old)
    _ = try desk.store.snapshot().document(key)
    try desk.expectWhole()
  }

  @Test("While somebody holds the lock it is folded in memory, and written by the next reader")
  func locked() throws {
    let desk = try TestDesk()
    let id = try putBack(desk)
    let held = try FileLock.take(desk.layout.lock, patience: 0, holder: "test")
    let old = try FileSystem.read(desk.document(id))
    #expect(try desk.read(id) == "two")
    #expect(try FileSystem.read(desk.document(id)) == old)
    _ = consume held
    #expect(try desk.read(id) == "two")
    try desk.expectWhole()
  }

  @Test("An edit by hand with the last event of the log is left alone")
  func handEdit() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let text = String(decoding: try FileSystem.read(desk.document(id)), as: UTF8.self)
    let edited = Array(text.replacing("\"subject\": \"one\"", with: "\"subject\": \"mine\"").utf8)
    try replace(desk.document(id), with: edited)
    #expect(try desk.read(id) == "mine")
    #expect(try desk.store.snapshot().tickets().first?.subject == "mine")
    #expect(try FileSystem.read(desk.document(id)) == edited)
  }

  @Test("A document that was touched without being changed is not written again")
  func sound() throws {
    let desk = try TestDesk()
    let (id, other) = (try desk.open("one"), try desk.open("other"))
    for id in [id, other] {
      try replace(desk.document(id), with: try FileSystem.read(desk.document(id)))
    }
    let inode = try FileSystem.status(desk.document(other)).inode
    #expect(try desk.read(other) == "other")
    #expect(try FileSystem.status(desk.document(other)).inode == inode)
  }

  @Test("Where git was at work, a document with its conflict markers is written again")
  func conflicted() throws {
    let desk = try TestDesk()
    let (id, cut) = (try desk.open("one"), try desk.open("other"))
    let text = String(decoding: try FileSystem.read(desk.document(id)), as: UTF8.self)
    let line = "  \"subject\": \"one\",\n"
    let merged = text.replacing(
      line, with: "<<<<<<< HEAD\n\(line)=======\n  \"subject\": \"1\",\n>>>>>>> other\n")
    try replace(desk.document(id), with: Array(merged.utf8))
    try replace(desk.document(cut), with: [])
    #expect(try desk.read(id) == "one")
    #expect(try codes(desk.store.fsck(repair: false)).count == 2)
    try FileSystem.makeFolder(desk.layout.root + "/.git")
    try FileSystem.replace(desk.layout.root + "/.git/index", with: [])
    #expect(try codes(desk.store.fsck(repair: false)) == [.documentUnreadable])
    #expect(try desk.store.fsck(repair: true).isSound)
    try desk.expectWhole()
  }

  @Test("Where git was at work, the events of another copy do not hide it either")
  func pulled() throws {
    let desk = try TestDesk()
    let id = try putBack(desk)
    let other = try desk.open("other")
    try FileSystem.makeFolder(desk.layout.root + "/.git")
    try FileSystem.replace(desk.layout.root + "/.git/index", with: [])
    let foreign = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    try desk.append(try desk.line(other, "subject", "new"), to: foreign)
    #expect(try desk.read(other) == "new")
    let mark = try #require(try FoldMark.read(desk.layout))
    #expect(try FileSystem.status(desk.document(id)).changed <= mark.since)
    #expect(try desk.read(id) == "two")
    try desk.expectWhole()
  }

  @Test("Where all were touched, they are compared once")
  func all() throws {
    let desk = try TestDesk()
    let id = try putBack(desk)
    for _ in 0..<60 { try desk.open("a", "b", "c", "d", "e") }
    try FoldMark.forget(desk.layout)
    _ = try desk.store.snapshot()
    let before = try #require(try FoldMark.read(desk.layout)).since
    WallClock.sleep(milliseconds: 20)
    let old = try FileSystem.read(desk.document(id))
    try desk.set(id, "subject", "three")
    for document in try desk.documents().keys {
      let path = desk.layout.root + "/" + document
      try FileSystem.replace(path, with: FileSystem.read(path))
    }
    try replace(desk.document(id), with: old)
    WallClock.sleep(milliseconds: 20)
    #expect(try desk.store.snapshot().tickets().contains { $0.id == id && $0.subject == "three" })
    let after = try #require(try FoldMark.read(desk.layout)).since
    #expect(after > before)
    try desk.expectWhole()
  }

  @Test("What was written before the mark was last settled is taken as it lies there")
  func settled() throws {
    let desk = try TestDesk()
    let id = try putBack(desk)
    _ = try desk.store.rebuild(nil)
    let mark = try #require(try FoldMark.read(desk.layout))
    #expect(try FileSystem.status(desk.document(id)).changed <= mark.since)
    try desk.expectWhole()
  }
}
