import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

/// A desk in a temporary folder with people who work at it: `ada` (admin), `eve` (agent), `vic`
/// (viewer), and customers by their address. The folder goes away with the value.
final class Office {
  let root: String
  private let folder: String
  var now = Instant(CivilDate(year: 2026, month: 11, day: 20)) + TimeSpan(seconds: 36_000)

  init(settings: String? = nil) throws {
    var chance = Chance()
    let base = FileSystem.realPath("/tmp") ?? "/tmp"
    folder = "\(base)/desk-tests-\(ProcessID.current)-\(String(chance.next(), radix: 36))"
    let ada = Agent(handle: "ada", emails: ["ada@desk.example"], role: .admin, teams: ["tier-1"])
    root = try Desk.make(in: folder + "/desk", name: "Test", admin: ada)
    let layout = DeskLayout(root: root)
    try AgentFiles(layout).write(Agent(handle: "eve", emails: ["eve@desk.example"]))
    try AgentFiles(layout).write(Agent(handle: "vic", role: .viewer))
    if let settings { try FileSystem.replace(layout.settings, with: Array(settings.utf8)) }
  }

  deinit { try? FileSystem.removeTree(folder) }

  /// The desk as somebody sees it a minute later.
  func desk(_ name: String, _ variables: [String: String] = [:]) throws -> Desk {
    now = now + TimeSpan(seconds: 60)
    return try Desk(from: root, as: name, Environment(variables), at: now, chance: Chance())
  }

  func file(_ name: String, _ text: String) throws -> String {
    let path = folder + "/" + name
    try FileSystem.replace(path, with: Array(text.utf8))
    return path
  }

  /// Opens a ticket; returns its id as people type it.
  func open(_ subject: String, by name: String = "bob@example.com", priority: String? = nil) throws
    -> String
  {
    var opening = Opening(subject: subject, body: "about \(subject)")
    opening.priority = priority
    let changed = try desk(name).open(opening)
    return try #require(changed.tickets.first).id.description
  }

  /// Has documents be read: where the index should be there is something else.
  func withoutIndex<Result>(_ body: () throws -> Result) throws -> Result {
    let index = root + "/.support/index"
    let isThere = try FileSystem.statusIfPresent(index) != nil
    if isThere { try FileSystem.rename(index, to: index + ".kept") }
    try FileSystem.replace(index, with: [])
    defer {
      try? FileSystem.remove(index)
      if isThere { try? FileSystem.rename(index + ".kept", to: index) }
    }
    return try body()
  }

  func events() throws -> [Event] { try EventLog(DeskLayout(root: root)).allEvents() }

  func subjects(_ text: String = "", by name: String = "ada") throws -> [String] {
    let desk = try desk(name)
    let filter = try Filter.parse(text, desk.filterContext)
    return try desk.list(filter).rows.map(\.subject)
  }
}
