import Foundation
import Platform
import SupportDesk
import SupportModel

@testable import SupportStore

/// A small desk with something of everything in it, whose people do the same things at the same time
/// with the same chance each time: what differs between two runs of a use case is the fault.
///
/// `ada` (admin) and `eve` (agent) work at it. Tickets: 0 and 1 are Bob's, 2 is Carol's and closed.
final class Scene {
  /// Holds the desk, and what people attach; gone with the value.
  let folder: String
  private(set) var tickets: [String] = []
  private(set) var now = Instant(CivilDate(year: 2026, month: 11, day: 20))
  private var seed: UInt64 = 0
  /// Which start of the machine this is.
  var start = 1

  var root: String { folder + "/desk" }
  var layout: DeskLayout { DeskLayout(root: root) }

  /// In memory where the system has such a folder: nothing here waits for a real disk.
  init() throws {
    let base =
      ["/dev/shm", "/tmp"].first { FileManager.default.isWritableFile(atPath: $0) } ?? "/tmp"
    folder = "\(FileSystem.realPath(base) ?? base)/support-faults-\(UUID().uuidString)"
    try FileSystem.makeFolder(folder)
    try furnish()
  }

  deinit { try? FileSystem.removeTree(folder) }

  private func furnish() throws {
    try FileSystem.replace(folder + "/bulb.png", with: Array("a picture of a bulb".utf8))
    try makeDesk()
    var eve = AgentEdit()
    eve.addEmails = ["eve@desk.example"]
    eve.addTeams = ["tier-2"]
    _ = try desk().addAgent("eve", eve)
    for (subject, person) in [
      ("Lamp flickers", "bob@example.com"), ("Lamp hums", "bob@example.com"),
      ("Wrong colour", "carol@example.com"),
    ] {
      pass()
      let opened = try desk(person).open(Opening(subject: subject, body: "about: \(subject)"))
      tickets += opened.tickets.map(\.id.description)
    }
    pass()
    _ = try desk().setStatus([tickets[2]], "closed")
    var article = ArticleEdit()
    (article.title, article.body, article.status) = ("Change the bulb", "Turn it.", .published)
    _ = try desk().newArticle("change-bulb", article)
    pass()
  }

  func makeDesk() throws {
    let ada = Agent(handle: "ada", emails: ["ada@desk.example"], role: .admin, teams: ["tier-1"])
    _ = try Desk.make(in: root, name: "Lamps", admin: ada)
  }

  /// Lets an hour pass, or more; what comes then is another roll of the dice.
  func pass(hours: Int = 1) {
    now = now + TimeSpan(seconds: hours * 3600)
    seed += 1
  }

  var store: DeskStore {
    get throws {
      var store = try DeskStore(layout)
      // A program that another test starts holds our lock too, until it has become that program.
      store.patience = 5_000
      let boot = "start-\(start)"
      store.boot = { boot }
      return store
    }
  }

  /// The desk as an agent sees it, or a customer.
  func desk(_ name: String = "ada") throws -> Desk {
    let agent = name.contains("@") ? nil : try AgentFiles(layout).agent(name)
    let person = agent.map(Person.init) ?? Person(.customer(name))
    return try Desk(store, as: person, at: now, chance: Chance(seed: seed))
  }

  /// Makes the desk a copy of itself, as `cp -a` does: its folder's inode is not the noted one.
  func copy() throws {
    let replica = try text(at: ".support/replica").split(separator: " ")
    try put("\(replica[0]) 1\n", at: ".support/replica")
  }

  /// Writes a file of the desk as another program does.
  func put(_ text: String, at path: String) throws {
    try FileSystem.replace(root + "/" + path, with: Array(text.utf8))
  }

  func text(at path: String) throws -> String {
    String(decoding: try FileSystem.read(root + "/" + path), as: UTF8.self)
  }
}
