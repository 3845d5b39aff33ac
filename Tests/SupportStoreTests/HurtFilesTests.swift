import Platform
import SupportModel
import Testing

@testable import SupportStore

/// The ways in which documents, settings and attachments are hurt, each with its answer.
struct HurtFilesTests {
  private let desk: TestDesk
  private let id: TicketID
  private let other: TicketID

  init() throws {
    desk = try TestDesk()
    id =
      try desk.open("one", by: "bob@example.com").first
      ?? TicketID(at: .init(milliseconds: 0), chance: 0)
    other = try desk.open("two")
  }

  private func found(repair: Bool = false) throws -> [Finding] {
    try desk.store.fsck(repair: repair).findings
  }

  private func expectReadable(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(try desk.read(id) == "one", sourceLocation: sourceLocation)
    #expect(try desk.store.snapshot().tickets().count == 2, sourceLocation: sourceLocation)
    try desk.set(other, "team", "tier-1")
    #expect(try desk.read(other, "team") == "tier-1", sourceLocation: sourceLocation)
  }

  // MARK: Documents

  @Test("A document with line ends of another system is read, named and mended")
  func carriageReturns() throws {
    try shell("sed -i 's/$/\\r/' '\(desk.document(id))'")
    try expectReadable()
    #expect(try found().map(\.code) == [.documentCRLF])
    #expect(try desk.store.fsck(repair: false).isSound)
    #expect(try found(repair: true).map(\.isRepaired) == [true])
    #expect(try found().isEmpty)
    try desk.expectWhole()
  }

  @Test("A byte order mark, conflict markers, a cut: the document is folded again")
  func unreadable() throws {
    let whole = try FileSystem.read(desk.document(id))
    let markers = Array("<<<<<<< a\n".utf8) + whole + Array("=======\n>>>>>>> b\n".utf8)
    for bytes in [[0xEF, 0xBB, 0xBF] + whole, markers, Array(whole.prefix(70)), []] {
      try FileSystem.replace(desk.document(id), with: bytes)
      try expectReadable()
      #expect(try found().map(\.code) == [.documentUnreadable])
      #expect(try found(repair: true).map(\.isRepaired) == [true])
      #expect(try found().isEmpty)
    }
  }

  @Test("A folder, a circle of links or a dangling link in a document's place stops nobody")
  func inTheWay() throws {
    let path = desk.document(id)
    for make in ["mkdir -p '\(path)/x'", "ln -s '\(path)' '\(path)'", "ln -s /nowhere '\(path)'"] {
      try shell("rm -rf '\(path)'; \(make)")
      try expectReadable()
      try desk.append(desk.line(id, "order", make), to: desk.logPath)
      try expectReadable()
      #expect(try desk.read(id, "order") == make)
      _ = try desk.store.fsck(repair: true)
      let codes = try found().map(\.code)
      #expect(codes == (make.hasPrefix("mkdir") ? [.documentUnreadable] : []), "\(make)")
    }
  }

  @Test("A file in the place of a day's folder stops nobody; a repair says why it could not mend")
  func fileForFolder() throws {
    let folder = desk.layout.folder(of: TestDesk.start.date)
    try shell("rm -r '\(folder)'; touch '\(folder)'")
    #expect(try desk.read(id) == "one")
    let findings = try found(repair: true)
    #expect(findings.map(\.code) == [.documentMissing, .documentMissing])
    #expect(findings.allSatisfy { $0.detail.contains("not mended: not a directory") })
    try FileSystem.remove(folder)
    #expect(try found(repair: true).map(\.isRepaired) == [true, true])
    try desk.expectWhole()
  }

  @Test("A document that may not be read is folded from the log")
  func permissions() throws {
    try withoutReading(desk.document(id)) { () throws -> Void in
      #expect(try desk.read(id) == "one")
      #expect(try found().map(\.code) == [.documentUnreadable])
    }
    #expect(try found().isEmpty)
  }

  @Test("A folder of tickets that may not be read is named, and the rest is checked")
  func unreadableFolder() throws {
    try FileSystem.replace(desk.layout.agent("eve"), with: Array("{".utf8))
    try withoutReading(desk.layout.customers) { () throws -> Void in
      #expect(try found().map(\.code).contains(.fileUnreadable))
      #expect(try found().map(\.code).contains(.settingsInvalid))
    }
  }

  @Test("A document in another day's folder is nobody's, and is listed by nobody")
  func otherDay() throws {
    let folder = desk.layout.tickets + "/2026/11/19"
    try FileSystem.replace("\(folder)/\(id).json", with: FileSystem.read(desk.document(id)))
    #expect(try desk.store.snapshot().ticketIDs().count == 2)
    #expect(try found().map(\.code) == [.fileStray])
    try expectReadable()
  }

  // MARK: Names

  @Test(
    "Names that no command reads are told, with what is odd about them",
    arguments: [
      ("agents/Ada.json", "it has capital letters"), ("agents/e\u{301}.json", "normal form NFC"),
      ("customers/Bob@example.com.json", "it has capital letters"),
      ("customers/j%c3%b6rg@example.com.json", "no customer"), ("kb/en/A_b.md", "no article"),
      ("kb/EN/x.md", "no language"), ("tickets/2026/11/20/261120-K7QX9M.json", "capital letters"),
      ("tickets/2026/notes.json", "no ticket's document"),
    ])
  func stray(name: String, detail: String) throws {
    try FileSystem.replace(desk.layout.root + "/" + name, with: Array("x".utf8))
    let finding = try #require(try found().first { $0.code == .fileStray })
    #expect(finding.detail.contains(detail))
    #expect(finding.code.isWarning)
    try expectReadable()
  }

  @Test("A name that is not UTF-8 is told")
  func notUTF8() throws {
    try shell("touch \"$(printf '\(desk.layout.agents)/\\377.json')\"")
    #expect(try found().map(\.detail) == ["no agent's file has such a name: it is not UTF-8"])
    try expectReadable()
  }

  @Test("Two names that are one on some file systems are told")
  func collision() throws {
    for name in ["Ada", "\u{E9}", "e\u{301}"] {
      try FileSystem.replace(desk.layout.agent(name), with: Array("{}".utf8))
    }
    let collisions = try found().filter { $0.code == .fileCollision }
    #expect(
      collisions.map(\.detail) == [
        "on some systems this is the same name as Ada.json",
        "on some systems this is the same name as e\u{301}.json",
      ])
  }

  @Test("Other people's files among those of a desk are nobody's business")
  func others() throws {
    for name in ["kb/en/lamp.png", "kb/README.md", "agents/.gitkeep", "tickets/.DS_Store"] {
      try FileSystem.replace(desk.layout.root + "/" + name, with: [])
    }
    #expect(try found().isEmpty)
  }

  // MARK: Settings

  @Test("One broken agent or article keeps nobody from finding the others")
  func brokenSettings() throws {
    let agents = AgentFiles(desk.layout)
    try agents.write(Agent(handle: "zoe", emails: ["zoe@desk.example"]))
    try FileSystem.replace(desk.layout.agent("eve"), with: Array("{\n\"emails\": 7}".utf8))
    try FileSystem.makeFolder(desk.layout.agent("dir"))
    let all = try agents.all()
    #expect(all.values.map(\.handle) == ["ada", "zoe"])
    #expect(all.broken.map(\.file) == ["agents/dir.json", "agents/eve.json"])
    #expect(try agents.agent(email: "zoe@desk.example")?.handle == "zoe")
    #expect(throws: SettingsError.self) { try agents.agent(email: "nobody@example.com") }
    try FileSystem.removeTree(desk.layout.agent("dir"))
    #expect(try agents.agent(email: "nobody@example.com") == nil)
    try FileSystem.replace(desk.layout.agent("eve"), with: Array("{ \"eve@desk.example\"".utf8))
    #expect(throws: SettingsError.self) { try agents.agent(email: "eve@desk.example") }
    try FileSystem.replace(desk.layout.article("en", "bad"), with: Array("no header".utf8))
    try FileSystem.replace(
      desk.layout.article("en", "good"), with: Array("---\r\ntitle: Good\r\n---\r\n\r\nx\r\n".utf8))
    let articles = try ArticleFiles(desk.layout).all()
    #expect(articles.values.map(\.title) == ["Good"])
    #expect(articles.broken.map(\.file) == ["kb/en/bad.md"])
  }

  @Test("A desk whose own settings are broken is checked all the same")
  func brokenDesk() throws {
    try FileSystem.replace(desk.layout.settings, with: Array("{\n\"format\": 1,\n\"nme\": 1}".utf8))
    try FileSystem.remove(desk.document(id))
    let (store, error) = try DeskStore.toCheck(desk.layout)
    let report = try store.fsck(repair: true, settingsError: error)
    #expect(codes(report) == [.settingsInvalid, .documentMissing])
    #expect(report.findings.map(\.line) == [3, nil])
    #expect(report.findings.map(\.isRepaired) == [false, true])
  }

  @Test("A merge conflict in settings is told with its line")
  func settingsConflict() throws {
    let article = "---\ntitle: T\n---\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"
    try FileSystem.replace(desk.layout.article("en", "t"), with: Array(article.utf8))
    let finding = try #require(try found().first)
    #expect(finding.code == .settingsConflict)
    #expect(finding.line == 5)
  }

  // MARK: Links and attachments

  @Test("A link to a ticket that is not there is told until it goes")
  func dangling() throws {
    func link(_ member: WritableKeyPath<Patch, JSONObject>) throws {
      var transaction = try desk.transaction()
      var patch = Patch()
      patch[keyPath: member]["links"] = [["kind": "relates", "ticket": "261120-000000"]]
      try transaction.record(
        EventDraft(.ticketLinked, .ticket(id), patch), by: .agent("ada"))
      #expect(try transaction.commit() == nil)
    }
    try link(\.add)
    let finding = try #require(try found().first)
    #expect(finding.code == .linkDangling && finding.record == .ticket(id))
    try link(\.remove)
    #expect(try found().isEmpty)
  }

  @Test("Bytes in another folder than their name's do not count; a folder among them is named")
  func attachments() throws {
    let sha256 = SHA256.hexadecimal(of: [1])
    try FileSystem.replace(desk.layout.attachments + "/00/" + sha256, with: [1])
    #expect(try found().map(\.code) == [.attachmentOrphan])
    try FileSystem.makeFolder(desk.layout.attachments + "/01/x")
    #expect(try found().map(\.code) == [.attachmentOrphan, .fileUnreadable])
  }
}
