import Platform
import SupportModel
import Testing

@testable import SupportStore

struct AttachmentStoreTests {
  private func file(_ folder: TemporaryFolder, _ name: String, _ bytes: [UInt8]) throws -> String {
    let path = folder.path + "/" + name
    try FileSystem.replace(path, with: bytes)
    return path
  }

  @Test(
    "A name becomes a file name and nothing else",
    arguments: [
      ("a.txt", "a.txt"), ("/etc/passwd", "passwd"), ("..\\..\\boot.ini", "boot.ini"),
      ("../../x.pdf", "x.pdf"), ("..", "file"), ("", "file"), ("/", "file"), ("  ", "file"),
      (".bashrc", "bashrc"), ("...a.txt", "a.txt"), (" a b .txt ", "a b .txt"),
      ("a\nb\u{1b}[31m.txt", "a_b_[31m.txt"), ("a\u{0}.txt", "a_.txt"),
      ("a:b|c?.txt", "a_b_c_.txt"),
      ("gpj.\u{202E}exe", "gpj._exe"), ("a\u{9b}.txt", "a_.txt"),
      ("Übersicht 日本.PDF", "Übersicht 日本.PDF"),
    ])
  func safeNames(name: String, expected: String) {
    #expect(AttachmentStore.safeName(name) == expected)
  }

  @Test(
    "A long name keeps its ending and 120 bytes",
    arguments: [
      (String(repeating: "a", count: 200) + ".txt", String(repeating: "a", count: 116) + ".txt"),
      (String(repeating: "é", count: 100) + ".txt", String(repeating: "é", count: 58) + ".txt"),
      (String(repeating: "a", count: 200), String(repeating: "a", count: 120)),
      ("a." + String(repeating: "b", count: 200), "a." + String(repeating: "b", count: 118)),
    ])
  func longNames(name: String, expected: String) {
    #expect(AttachmentStore.safeName(name) == expected)
  }

  @Test("A file is taken with its safe name, size, type and digest")
  func reading() throws {
    let folder = try TemporaryFolder()
    let path = try file(folder, "Report: 1.PDF", Array("abc".utf8))
    let attachment = try AttachmentStore.read(path, Limits()).attachment
    #expect(
      attachment
        == Attachment(
          filename: "Report_ 1.PDF", size: 3, mimeType: "application/pdf",
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
  }

  @Test("A file of a type or size that the desk does not take is refused")
  func refused() throws {
    let folder = try TemporaryFolder()
    var limits = Limits()
    (limits.attachmentTypes, limits.attachmentSize) = (["txt"], 3)
    let (big, program) = (try file(folder, "a.txt", [1, 2, 3, 4]), try file(folder, "a.exe", [1]))
    #expect(throws: Refusal.attachmentSize(filename: "a.txt", limit: 3, actual: 4)) {
      try AttachmentStore.read(big, limits)
    }
    #expect(throws: Refusal.attachmentType(filename: "a.exe", allowed: ["txt"])) {
      try AttachmentStore.read(program, limits)
    }
    #expect(throws: Refusal.attachmentNotFile(path: folder.path, kind: "a folder")) {
      try AttachmentStore.read(folder.path, limits)
    }
    #expect(throws: Refusal.attachmentNotFile(path: "/dev/null", kind: "a device")) {
      try AttachmentStore.read("/dev/null", limits)
    }
    #expect(throws: SystemError("read", folder.path + "/none.txt", code: 2)) {
      try AttachmentStore.read(folder.path + "/none.txt", limits)
    }
  }

  @Test("The same bytes lie in the desk once, whatever they are called")
  func addressedOnce() throws {
    let desk = try TestDesk()
    let files = AttachmentStore(desk.layout)
    let paths = try ["a.txt", "b.txt"].map { try file(desk.folder, $0, [1, 2, 3]) }
    let incoming = try paths.map { try AttachmentStore.read($0, Limits()) }
    for file in incoming { try files.keep(file) }
    let folder = try #require(try FileSystem.names(in: desk.layout.attachments).first)
    #expect(try FileSystem.names(in: desk.layout.attachments + "/" + folder).count == 1)
    #expect(try incoming.map { try files.bytes(of: $0.attachment) } == [[1, 2, 3], [1, 2, 3]])
  }

  @Test("Damaged bytes are refused, and mended by attaching the file again")
  func damaged() throws {
    let desk = try TestDesk()
    let files = AttachmentStore(desk.layout)
    let incoming = try AttachmentStore.read(file(desk.folder, "a.txt", [1, 2, 3]), Limits())
    try files.keep(incoming)
    let path = desk.layout.attachment(incoming.attachment.sha256)
    try FileSystem.replace(path, with: [1, 2, 4])
    #expect(
      throws: StoreError.damaged(
        file: desk.layout.relative(path), line: nil, reason: "its bytes are not those of its name")
    ) { try files.bytes(of: incoming.attachment) }
    try files.keep(incoming)
    #expect(try files.bytes(of: incoming.attachment) == [1, 2, 3])
  }
}

struct SettingsFilesTests {
  @Test("Agents are written, found by handle and address, listed and removed")
  func agents() throws {
    let desk = try TestDesk()
    let files = AgentFiles(desk.layout)
    let eve = Agent(handle: "eve", emails: ["eve@desk.example"], teams: ["tier-1"])
    try files.write(eve)
    #expect(try files.agent("eve") == eve)
    #expect(try files.agent(email: "eve@desk.example") == eve)
    #expect(try files.agent(email: "nobody@desk.example") == nil)
    #expect(try files.all().values.map(\.handle) == ["ada", "eve"])
    try files.remove("eve")
    #expect(try files.agent("eve") == nil)
  }

  @Test(
    "A name that is no handle is nobody, and reads no file", arguments: ["../support", "Ada", ""])
  func noHandle(name: String) throws {
    #expect(try AgentFiles(try TestDesk().layout).agent(name) == nil)
  }

  @Test("Files beside the agents' that are none are passed over")
  func strayAgents() throws {
    let desk = try TestDesk()
    for name in ["README.md", ".hidden.json", "Ada.json", "ada.json.4711.tmp"] {
      try FileSystem.replace(desk.layout.agents + "/" + name, with: [])
    }
    #expect(try AgentFiles(desk.layout).handles() == ["ada"])
  }

  @Test("Articles are written, found, and listed by language and slug")
  func articles() throws {
    let desk = try TestDesk()
    let files = ArticleFiles(desk.layout)
    for (language, slug) in [("pt-br", "b"), ("en", "b"), ("en", "a")] {
      try files.write(Article(language: language, slug: slug, title: slug, body: "x\n"))
    }
    #expect(try files.all().values.map(\.key.name) == ["en/a", "en/b", "pt-br/b"])
    #expect(try files.article("en", "a")?.body == "x\n")
    for (language, slug) in [("en", "c"), ("en", "../en/a"), ("..", "agents"), ("EN", "a")] {
      #expect(try files.article(language, slug) == nil)
    }
  }

  @Test("An article that is not text is told with its file")
  func notText() throws {
    let desk = try TestDesk()
    try FileSystem.replace(desk.layout.article("en", "a"), with: [0xFF])
    #expect(
      throws: SettingsError(file: "kb/en/a.md", reason: "the file is not UTF-8 text")
    ) { try ArticleFiles(desk.layout).article("en", "a") }
  }

  @Test("This copy's own settings are kept by dotted key, for this user alone")
  func localConfig() throws {
    let desk = try TestDesk()
    var config = try LocalConfig(desk.layout)
    // Whoever made the desk is known to the copy from the start.
    #expect(config.entries.map(\.key) == ["actor"])
    try config.set("actor", "agent:ada")
    try config.set("alias.mine", "ticket list assignee:me")
    let again = try LocalConfig(desk.layout)
    #expect(again["actor"] == "agent:ada")
    #expect(again.aliases == ["mine": "ticket list assignee:me"])
    #expect(again.entries.map(\.key) == ["actor", "alias.mine"])
    try shell("test \"$(stat -c %a '\(desk.layout.localConfig)')\" = 600")
    try config.set("alias.mine", nil)
    #expect(try LocalConfig(desk.layout).entries.map(\.key) == ["actor"])
  }

  @Test("Only settings that mean something are known")
  func knownKeys() {
    #expect(["actor", "editor", "alias.x"].allSatisfy(LocalConfig.isKnown))
    #expect(["", "alias", "alias.", "alias.a.b", "actors"].allSatisfy { !LocalConfig.isKnown($0) })
  }

  @Test("A local config that is no JSON is told with file and line")
  func brokenConfig() throws {
    let desk = try TestDesk()
    try FileSystem.replace(desk.layout.localConfig, with: Array("{\n".utf8))
    let error = #expect(throws: SettingsError.self) { try LocalConfig(desk.layout) }
    #expect(error?.file == ".support/config.json")
    #expect(error?.line == 2)
  }
}

struct GitIdentityTests {
  @Test(
    "The address is read from git's own file, or git is asked",
    arguments: [
      ("[user]\n\temail = a@x.de\n", .email("a@x.de")), ("[User]\nEMAIL=a@x.de", .email("a@x.de")),
      ("[user]\nname = A\n[core]\nemail = b@x.de\n", .none), ("", .none),
      ("[user]\nemail = a@x.de\nemail = b@x.de", .email("b@x.de")),
      ("[user]\r\n\temail = a@x.de\r\n", .email("a@x.de")),
      ("[user \"work\"]\nemail = a@x.de", .none), ("; [user]\nemail = a@x.de", .none),
      ("[user] email = a@x.de", .unsure), ("[user]\nemail = \"a@x.de\"", .unsure),
      ("[user]\nemail = a@x.de # mine", .unsure), ("[user]\nemail = a@x.de ; mine", .unsure),
      ("[user]\nemail = a@x.\\\nde", .unsure), ("[include]\npath = x", .unsure),
      ("[includeIf \"gitdir:~/work/\"]\npath = x", .unsure),
    ] as [(String, GitIdentity.Answer)])
  func files(text: String, answer: GitIdentity.Answer) {
    #expect(GitIdentity.userEmail(in: text) == answer)
  }

  @Test("The environment comes before the repository, the repository before the home folder")
  func order() throws {
    let folder = try TemporaryFolder()
    let (home, desk) = (folder.path + "/home", folder.path + "/repo/desk")
    try FileSystem.makeFolder(desk)
    var variables = ["HOME": home, "GIT_CONFIG_NOSYSTEM": "1"]
    func email() throws -> String? { try GitIdentity.email(root: desk, Environment(variables)) }
    #expect(try email() == nil)
    func write(_ path: String, _ email: String) throws {
      try FileSystem.replace(path, with: Array("[user]\nemail = \(email)\n".utf8))
    }
    try write(home + "/.config/git/config", "xdg@x.de")
    #expect(try email() == "xdg@x.de")
    try write(home + "/.gitconfig", "home@x.de")
    #expect(try email() == "home@x.de")
    try write(folder.path + "/repo/.git/config", "repo@x.de")
    #expect(try email() == "repo@x.de")
    variables["GIT_AUTHOR_EMAIL"] = "author@x.de"
    #expect(try email() == "author@x.de")
  }
}
