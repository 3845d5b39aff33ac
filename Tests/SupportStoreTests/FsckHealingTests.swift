import Platform
import SupportModel
import Testing

@testable import SupportStore

struct FsckHealingTests {
  private func foreignPath(_ desk: TestDesk) -> String {
    EventLog(desk.layout).path(LogFile(TestDesk.start.date, replica: "zzzz"))
  }

  @Test("A log that arrived is folded before anything is checked", arguments: [true, false])
  func arrived(repair: Bool) throws {
    let (desk, other) = (try TestDesk(), try TestDesk())
    _ = try desk.open("here")
    let id = try other.open("there")
    try FileSystem.replace(foreignPath(desk), with: FileSystem.read(other.logPath))
    #expect(try codes(desk.store.fsck(repair: repair)) == [])
    #expect(try FileSystem.statusIfPresent(desk.document(id)) != nil)
  }

  @Test("Where nothing can be written, what the next command mends is no finding")
  func readOnly() throws {
    let desk = try TestDesk()
    let (id, edited) = (try desk.open("one"), try desk.open("two"))
    try shell("sed -i 's/two/2/' '\(desk.document(edited))'")
    try FileSystem.replace(foreignPath(desk), with: desk.line(id, "subject", "new"))
    try withoutWriting(desk.layout.root) { () throws -> Void in
      #expect(try codes(desk.store.fsck(repair: false)) == [.documentEdited])
    }
  }

  @Test("An unfinished line of another replica is a warning, also when this copy lost its name")
  func unfinished() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    let torn = Array(try desk.line(id, "subject", "torn").prefix(40))
    try FileSystem.replace(foreignPath(desk), with: torn)
    var report = try desk.store.fsck(repair: false)
    #expect(codes(report) == [.logUnfinished])
    #expect(report.isSound)
    try desk.append(torn, to: desk.logPath)
    try FileSystem.removeTree(desk.layout.local)
    report = try desk.store.fsck(repair: true)
    #expect(codes(report) == [.logUnfinished, .logUnfinished])
    #expect(report.isSound)
  }

  @Test("Its own torn line is an error where it cannot be set aside")
  func ownTorn() throws {
    let desk = try TestDesk()
    let id = try desk.open("one")
    try desk.append(Array(try desk.line(id, "subject", "torn").prefix(40)), to: desk.logPath)
    try withoutWriting(desk.layout.root) { () throws -> Void in
      let report = try desk.store.fsck(repair: false)
      #expect(codes(report) == [.logTorn])
      #expect(!report.isSound)
    }
    #expect(try codes(desk.store.fsck(repair: false)) == [])
  }

  @Test("A folder in a document's place does not keep it from checking the rest")
  func folderInTheWay() throws {
    let desk = try TestDesk()
    let (id, edited) = (try desk.open("one"), try desk.open("two"))
    try shell("sed -i 's/two/2/' '\(desk.document(edited))'")
    try FileSystem.remove(desk.document(id))
    try FileSystem.makeFolder(desk.document(id) + "/x")
    try desk.append(try desk.line(id, "subject", "new"), to: desk.logPath)
    #expect(
      try Set(codes(desk.store.fsck(repair: false))) == [.documentUnreadable, .documentEdited])
  }
}
