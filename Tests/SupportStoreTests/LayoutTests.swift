import Platform
import SupportModel
import Testing

@testable import SupportStore

struct LayoutTests {
  private let layout = DeskLayout(root: "/desk")

  @Test("A record's path follows from its name alone")
  func paths() throws {
    let id = try #require(TicketID("261120-k7qx9m"))
    #expect(layout.document(.ticket(id)) == "/desk/tickets/2026/11/20/261120-k7qx9m.json")
    #expect(
      layout.document(RecordKey(.customer, "bob@example.com"))
        == "/desk/customers/bob@example.com.json")
    #expect(layout.attachment("abcdef") == "/desk/attachments/ab/abcdef")
    #expect(layout.relative("/desk/kb/en/x.md") == "kb/en/x.md")
    #expect(layout.relative("/desktop/x") == "/desktop/x")
  }

  @Test(
    "A name that is no plain file name is written with percent signs",
    arguments: [
      ("bob@example.com", "bob@example.com"), ("a+b_c-d@x", "a+b_c-d@x"), (".a", "%2Ea"),
      ("..", "%2E."), ("../x", "%2E.%2Fx"), ("a/b", "a%2Fb"), ("A", "%41"), ("é", "%C3%A9"),
      ("a%b", "a%25b"), ("a b", "a%20b"), ("a\u{0}\n", "a%00%0A"), ("a~", "a%7E"),
      ("a\\b", "a%5Cb"),
      ("", ""),
    ])
  func percentNames(name: String, encoded: String) {
    #expect(PercentName.encode(name) == encoded)
    #expect(PercentName.decode(encoded) == name)
  }

  @Test("What was never encoded is no name", arguments: ["a%", "a%4", "a%ZZ", "%FF", "a~b"])
  func notNames(encoded: String) {
    #expect(PercentName.decode(encoded) == nil)
  }

  @Test("Any name fits into a file's name, and two long ones have two")
  func longNames() {
    let long = String(repeating: "é", count: 120) + "@example.com"
    let other = long + "x"
    for name in [long, other] { #expect(PercentName.encode(name).utf8.count <= 200) }
    #expect(PercentName.encode(long) != PercentName.encode(other))
    #expect(PercentName.encode(String(repeating: "a", count: 200)).utf8.count == 200)
    #expect(!PercentName.encode(String(repeating: "a", count: 200)).contains("~"))
  }

  @Test(
    "The name of a log file is taken apart, or it is none",
    arguments: [
      ("2026/11", "20-4kx9.jsonl", "4kx9"), ("2026/11", "20-4kx9 (copy).jsonl", "4kx9 (copy)"),
      ("2026/11", "20-.jsonl", nil), ("2026/11", "31-4kx9.jsonl", nil),
      ("2026/11", "2-4kx9.jsonl", nil), ("2026/11", "20-4kx9.json", nil),
      ("2026/11", "20_4kx9.jsonl", nil), ("2026/13", "20-4kx9.jsonl", nil),
      ("2026/11", ".20-4kx9.jsonl", nil), ("2026/11", "", nil),
    ] as [(String, String, String?)])
  func logFiles(month: String, name: String, replica: String?) {
    let file = LogFile(month: month, name: name)
    #expect(file.map { String($0.replica) } == replica)
    #expect(file.map(\.date) == (replica == nil ? nil : CivilDate(year: 2026, month: 11, day: 20)))
  }

  @Test("A desk is found from inside of it, and from nowhere else")
  func finding() throws {
    let desk = try TestDesk()
    #expect(try DeskLayout.find(from: desk.layout.root) == desk.layout)
    #expect(try DeskLayout.find(from: desk.layout.agents) == desk.layout)
    #expect(try DeskLayout.find(from: desk.folder.path) == nil)
    #expect(try DeskLayout.find(from: desk.folder.path + "/nowhere") == nil)
  }

  @Test("A new desk keeps what lies in its folder, and is not made twice")
  func making() throws {
    let folder = try TemporaryFolder()
    let ignore = folder.path + "/.gitignore"
    try FileSystem.replace(ignore, with: Array("*.o".utf8))
    let ada = Agent(handle: "ada")
    let layout = try NewDesk.make(in: folder.path, name: "x", firstAdmin: ada)
    let lines = try String(decoding: FileSystem.read(ignore), as: UTF8.self)
    #expect(lines == "*.o\n.support/\n*.tmp\n")
    #expect(throws: StoreError.deskExists(layout.root)) {
      try NewDesk.make(in: folder.path, name: "y", firstAdmin: ada)
    }
    #expect(try DeskStore(layout).settings.name == "x")
  }
}
