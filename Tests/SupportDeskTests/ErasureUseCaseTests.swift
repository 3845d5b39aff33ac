import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

/// Erasing and exporting as people do it.
struct ErasureUseCaseTests {
  @Test("Only an admin erases, and only who is known")
  func rights() throws {
    let office = try Office()
    _ = try office.open("Lamp")
    for name in ["eve", "vic", "bob@example.com"] {
      #expect(throws: Refusal.self) { try office.desk(name).erase("bob@example.com") }
      #expect(throws: Refusal.self) { try office.desk(name).collect(closedBefore: office.now) }
    }
    #expect(throws: DeskError.self) { try office.desk("ada").erase("rob@example.com") }
    #expect(throws: Refusal.self) { try office.desk("ada").erase("rob") }
    let erased = try office.desk("ada").erase("Bob@Example.com")
    #expect(erased.tickets.count == 1)
    #expect(try office.desk("ada").erase("bob@example.com").wasErased)
    #expect(throws: DeskError.self) {
      try office.desk("bob@example.com").ticket(erased.tickets[0].description)
    }
  }

  @Test("A dry run says what would go and changes nothing")
  func dryRun() throws {
    let office = try Office()
    _ = try office.open("Lamp")
    let events = try office.events()
    let plan = try office.desk("ada").erase("bob@example.com", isDryRun: true)
    #expect(plan.tickets.count == 1)
    #expect(plan.messages == 1)
    #expect(try office.events() == events)
  }

  @Test("Nobody writes into an erased ticket, by whatever verb")
  func writing() throws {
    let office = try Office()
    let id = try office.open("Lamp")
    _ = try office.desk("ada").erase("bob@example.com")
    var edit = Edit()
    edit.fields = [("serial", "SN-1")]
    let desk = try office.desk("ada")
    #expect(throws: Refusal.self) { try desk.reply(id, "Dear Bob") }
    #expect(throws: Refusal.self) { try desk.note(id, "Bob again") }
    #expect(throws: Refusal.self) { try desk.setStatus([id], "closed", message: "Dear Bob") }
    #expect(throws: Refusal.self) { try desk.edit([id], edit) }
    _ = try office.desk("ada").setStatus([id], "closed")
    #expect(throws: Refusal.self) { try office.desk("ada").reopen([id], message: "Dear Bob") }
    _ = try office.desk("ada").assign([id], to: "eve", team: nil, reason: "Bob insists")
    #expect(try !office.events().contains { String(describing: $0).contains("Bob") })
    #expect(try office.desk("ada").ticket(id).assignee == "eve")
  }

  @Test("Whoever watches the log sees nothing of what was erased")
  func following() throws {
    let office = try Office()
    let id = try office.open("Lamp of Bob")
    var following = try office.desk("ada").following(nil)
    // A line that another clone wrote before it knew.
    _ = try office.desk("eve").reply(id, "Dear Bob")
    let layout = DeskLayout(root: office.root)
    let log = EventLog(layout)
    let file = try #require(try log.files().last)
    let lines = try log.lines(of: file).lines
    let late = try #require(lines.last)
    _ = try office.desk("ada").erase("bob@example.com")
    let elsewhere = log.path(LogFile(file.date, replica: "zzzz"))
    try FileSystem.replace(elsewhere, with: Array(late.bytes) + [0x0A])
    let told = try following.next()
    #expect(!told.isEmpty)
    #expect(!told.contains { String(describing: $0).contains("Bob") })
    #expect(!told.contains { String(describing: $0).contains("bob@") })
    let all = try office.desk("ada").events(of: nil)
    #expect(!all.contains { String(describing: $0).lowercased().contains("bob") })
  }

  @Test("Old tickets go, and customers with them who have nothing else and are not heard of")
  func retention() throws {
    let office = try Office()
    let old = try office.open("Old lamp", by: "bob@example.com")
    let second = try office.open("Old chair", by: "ann@example.com")
    let rated = try office.open("Old desk", by: "cem@example.com")
    let resolved = try office.open("Old door", by: "dan@example.com")
    _ = try office.desk("ada").setStatus([old, second, rated], "closed")
    _ = try office.desk("ada").setStatus([resolved], "resolved")
    office.now = office.now + TimeSpan(seconds: 3600)
    let time = office.now
    let young = try office.open("New chair", by: "ann@example.com")
    _ = try office.desk("cem@example.com").rate(rated, 5)
    let collected = try office.desk("ada").collect(closedBefore: time)
    #expect(Set(collected.tickets.map(\.description)) == [old, second, rated])
    #expect(collected.customers.map(\.address) == ["bob@example.com"])
    #expect(try office.desk("ada").ticket(second).customer == "ann@example.com")
    #expect(try office.desk("ada").ticket(second).isErased)
    #expect(try office.desk("ada").ticket(young).subject == "New chair")
    #expect(try !office.desk("ada").ticket(resolved).isErased)
    #expect(try office.desk("ada").ticket(rated).text("satisfaction.rating") == nil)
    #expect(try office.desk("ada").ticket(rated).document.value(at: "satisfaction.rating") == 5)
    #expect(try office.desk("ada").collect(closedBefore: time).tickets.isEmpty)
  }

  @Test("An export has what is held of one person, and notes only where they are asked for")
  func export() throws {
    let office = try Office()
    let id = try office.open("Lamp")
    _ = try office.open("Parcel", by: "ann@example.com")
    _ = try office.desk("eve").note(id, "He is right")
    let export = try office.desk("eve").export("bob@example.com")
    let text = JSON.object(export.json).compact
    #expect(export.tickets == 1)
    #expect(export.notesLeftOut == 1)
    #expect(!text.contains("He is right"))
    #expect(!text.contains("ann@example.com"))
    let whole = try office.desk("eve").export("bob@example.com", withNotes: true)
    #expect(JSON.object(whole.json).compact.contains("He is right"))
    let own = try office.desk("bob@example.com").export("bob@example.com")
    #expect(own.tickets == 1)
    #expect(own.notesLeftOut == 0)
    #expect(throws: Refusal.self) {
      try office.desk("bob@example.com").export("bob@example.com", withNotes: true)
    }
    #expect(throws: Refusal.self) { try office.desk("ann@example.com").export("bob@example.com") }
    #expect(throws: DeskError.self) { try office.desk("eve").export("rob@example.com") }
  }
}
