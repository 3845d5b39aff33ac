import Platform
import SupportModel
import Testing

@testable import SupportStore

/// A copy writes under a name of its own, and no two histories append to one file.
struct ReplicaTests {
  private func name(_ desk: TestDesk) throws -> String {
    try #require(try Replica.current(desk.layout)).name
  }

  @Test("A copied desk takes a new name before it writes, and does not own what it copied")
  func copied() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let copy = try desk.copy(named: "copy")
    var transaction = try DeskStore(copy).transaction(for: "t", chance: Chance(), at: desk.now())
    try transaction.record(EventDraft(.ticketUpdated, .ticket(id)), by: .system)
    #expect(try transaction.commit() == nil)
    let replica = try #require(try Replica.current(copy))
    #expect(try replica.name != name(desk))
    #expect(replica.former == [])
    #expect(try EventLog(copy).files().count == 2)
  }

  @Test("A copy whose own file was cut back writes under a new name, and remembers the old one")
  func cutBack() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let (old, path) = (try name(desk), try desk.logPath)
    let before = try FileSystem.read(path)
    try desk.set(id, "subject", "two")
    try FileSystem.replace(path, with: before)
    try desk.set(id, "subject", "three")
    #expect(try FileSystem.read(path) == before)
    let replica = try #require(try Replica.current(desk.layout))
    #expect(replica.name != old)
    #expect(replica.former == [old])
    #expect(try desk.read(id) == "three")
    try desk.set(id, "order", "A")
    #expect(try name(desk) == replica.name)
    try desk.expectWhole()
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("A log that was emptied in its place is folded back once, and costs one name")
  func emptied() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    WallClock.sleep(milliseconds: 2100)
    try desk.set(id, "order", "A")
    try FileSystem.truncate(try desk.logPath, to: 0)
    #expect(try desk.read(id) == nil)
    let replica = try name(desk)
    #expect(try desk.read(id) == nil)
    #expect(try desk.store.tail().tail.isEmpty)
    #expect(try name(desk) == replica)
  }

  @Test("A torn line under a former name is set aside as well")
  func tornFormer() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let path = try desk.logPath
    let before = try FileSystem.read(path)
    try desk.set(id, "subject", "two")
    try FileSystem.replace(path, with: before)
    try desk.set(id, "subject", "three")
    try FileSystem.replace(path, with: before + desk.line(id, "subject", "torn").dropLast())
    #expect(try desk.read(id) == "three")
    #expect(try FileSystem.read(path) == before)
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("Branches of one working copy write files of their own, and merge without a conflict")
  func branches() throws {
    let desk = try TestDesk()
    let git = try gitDesk(desk)
    let id = try desk.open("one", "two")[0]
    try git("add -A && git commit -qm base && git checkout -qb other")
    try desk.set(id, "subject", "on the branch")
    try git("commit -qam other && git checkout -q main")
    try desk.set(id, "order", "on main")
    try git("add -A && git commit -qm main && git merge -q -X ours -m merge other")
    #expect(try desk.read(id) == "on the branch")
    #expect(try desk.read(id, "order") == "on main")
    try desk.expectWhole()
    #expect(try EventLog(desk.layout).files().count == 2)
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("Should two sides append to one file all the same, git keeps the lines of both")
  func union() throws {
    let desk = try TestDesk()
    let git = try gitDesk(desk)
    let id = try desk.open("one")
    let (base, path) = (try FileSystem.read(desk.logPath), try desk.logPath)
    let (ours, theirs) = (try desk.line(id, "subject", "new"), try desk.line(id, "order", "A"))
    let added = EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
    try git("add -A && git commit -qm base && git checkout -qb other")
    try FileSystem.replace(path, with: base + theirs)
    try FileSystem.replace(added, with: try desk.line(id, "team", "tier-2"))
    try git("add -A && git commit -qm other && git checkout -q main")
    try FileSystem.replace(path, with: base + ours)
    try FileSystem.replace(added, with: try desk.line(id, "category", "billing"))
    #expect(try desk.read(id) == "new")
    try git("add -A && git commit -qm main && git merge -q -m merge -X ours other")
    #expect(try FileSystem.read(path).count == base.count + ours.count + theirs.count)
    #expect(try desk.read(id) == "new")
    #expect(try desk.read(id, "order") == "A")
    #expect(try desk.read(id, "team") == "tier-2")
    #expect(try desk.read(id, "category") == "billing")
    #expect(try desk.store.tail().tail.isEmpty)
    try desk.set(id, "subject", "later")
    try desk.expectWhole()
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("An older desk's attributes are brought up to date, and other lines are kept")
  func attributes() throws {
    let desk = try TestDesk()
    let path = desk.layout.root + "/.gitattributes"
    let due = try FileSystem.read(path)
    #expect(try GitFiles.bringUpToDate(desk.layout) == [])
    let text = String(decoding: due, as: UTF8.self)
    let old = "*.png binary\n" + text.split(separator: " merge=union").joined()
    try FileSystem.replace(path, with: Array(old.utf8))
    #expect(try GitFiles.bringUpToDate(desk.layout) == [".gitattributes"])
    #expect(try FileSystem.read(path) == Array("*.png binary\n".utf8) + due)
  }

  /// Makes the desk a git repository; the result runs `git` and what follows in a shell there.
  private func gitDesk(_ desk: TestDesk) throws -> (String) throws -> Void {
    let root = desk.layout.root
    try shell("git init -qb main '\(root)'")
    try shell("cd '\(root)' && git config user.name a && git config user.email a@b.example")
    return { try shell("cd '\(root)' && git \($0) 2>&1") }
  }
}
