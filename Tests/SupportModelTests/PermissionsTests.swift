import Testing

@testable import SupportModel

/// Who may do what to bob's ticket, which ada owns.
struct PermissionsTests {
  private static let people = ["root", "ada", "eve", "vic", "bob", "mia", "desk", "model"]

  /// Who is let, among all; in the order of `people`.
  private func allowed(_ given: String, _ act: String, _ adjust: (inout DeskSettings) -> Void)
    throws -> [String]
  {
    let scene = try Scene(given, adjust)
    return try Self.people.filter { try !scene.outcome("\($0) \(act)").contains("may not") }
  }

  private static let given = "bob open, ada claim, ada reply"
  private static let done = given + ", ada status resolved"

  @Test(
    "Each verb is for its roles",
    arguments: [
      (given, "open", "root ada eve bob mia desk"), (given, "reply", "root ada eve bob desk"),
      (given, "reply pending", "root ada eve desk"), (given, "note", "root ada eve desk"),
      (given, "assign eve", "root ada eve desk"), (given, "status pending", "root ada eve desk"),
      (given, "status closed", "root ada eve bob desk"),
      (given, "edit subject=x", "root ada eve desk"),
      (given, "read", "root ada eve bob desk"), (given, "watch", "root ada eve desk"),
      (given, "link relates", "root ada eve desk"), (done, "reopen", "root ada eve desk"),
      (done, "rate 5", "bob"),
    ])
  func roles(given: String, act: String, expected: String) throws {
    #expect(try allowed(given, act) { _ in }.joined(separator: " ") == expected)
  }

  @Test(
    "A desk may leave changes to the assignee and admins; anybody may still answer",
    arguments: [
      ("assign eve", "root ada desk"), ("status pending", "root ada desk"),
      ("edit subject=x", "root ada desk"), ("link relates", "root ada desk"),
      ("reply pending", "root ada desk"), ("status closed", "root ada bob desk"),
      ("reply", "root ada eve bob desk"), ("note", "root ada eve desk"),
    ])
  func assigneeOnly(act: String, expected: String) throws {
    let names = try allowed(Self.given, act) { $0.permissions.assigneeOnly = true }
    #expect(names.joined(separator: " ") == expected)
  }

  @Test("A ticket that nobody owns is anybody's to change")
  func unassigned() throws {
    let names = try allowed("bob open", "edit subject=x") { $0.permissions.assigneeOnly = true }
    #expect(names.contains("eve"))
  }

  private func readers(_ given: String, _ adjust: (inout DeskSettings) -> Void = { _ in }) throws
    -> String
  {
    let scene = try Scene(given, adjust)
    let ticket = try #require(scene.ticket)
    return Self.people.filter { name in
      Scene.people[name].map { Permissions($0, scene.settings.permissions).mayRead(ticket) }
        ?? false
    }.joined(separator: " ")
  }

  @Test("Staff read everything, customers their own, an AI by itself nothing")
  func reading() throws {
    #expect(try readers("bob open") == "root ada eve vic bob desk")
    #expect(try readers("ada open") == "root ada eve vic desk")
  }

  /// `eve` has the category `billing`, `ada` none.
  @Test(
    "A desk may hold agents to their categories",
    arguments: [
      ("ada open category=billing", true), ("ada open category=billing/refund", true),
      ("ada open", true), ("ada open category=billings", false),
      ("ada open category=orders", false), ("ada open category=orders assign=eve", true),
    ])
  func categories(given: String, eveReads: Bool) throws {
    let names = try readers(given) { $0.permissions.ownCategoriesOnly = true }
    #expect(names == (eveReads ? "root ada eve vic desk" : "root ada vic desk"))
  }

  @Test("Only admins may change the desk itself")
  func admin() {
    let admins = Self.people.filter { name in
      guard let person = Scene.people[name] else { return false }
      return (try? Permissions(person, PermissionSettings()).requireAdmin("x")) != nil
    }
    #expect(admins == ["root", "desk"])
  }
}

struct AgentPermissionsTests {
  private let ben = Agent(handle: "ben", teams: ["tier-1"])

  private func mayChange(
    _ person: Person, _ agent: Agent, _ change: (inout Agent) -> Void
  ) -> Bool {
    var edited = agent
    change(&edited)
    let permissions = Permissions(person, PermissionSettings())
    return (try? permissions.requireChange(of: agent, to: edited)) != nil
  }

  @Test("Of themselves, agents say what they are called and whether they are there; no more")
  func own() {
    let person = Person(ben)
    #expect(mayChange(person, ben) { $0.status = .away })
    #expect(mayChange(person, ben) { $0.name = "Ben" })
    #expect(!mayChange(person, ben) { $0.role = .admin })
    #expect(!mayChange(person, ben) { $0.teams = [] })
    #expect(!mayChange(person, ben) { $0.categories = ["billing"] })
    #expect(!mayChange(person, ben) { $0.emails = ["root@example.com"] })
    #expect(!mayChange(person, Agent(handle: "ada")) { $0.status = .away })
  }

  @Test("A viewer says whether they are there, an admin everything")
  func viewerAndAdmin() {
    let vic = Agent(handle: "vic", role: .viewer)
    #expect(mayChange(Person(vic), vic) { $0.status = .away })
    #expect(!mayChange(Person(vic), vic) { $0.name = "Vic" })
    #expect(mayChange(Person(Agent(handle: "root", role: .admin)), ben) { $0.role = .admin })
  }
}

struct CustomerViewTests {
  @Test("A customer sees neither notes nor the desk's own fields")
  func document() throws {
    let ticket = try #require(
      try Scene(
        "ada open for=bob@example.com tag=vip assign=ada x=1, ada note, ada watch, "
          + "ada link blocks, ada assign team:tier-2, ada reply"
      ).ticket)
    let seen = ticket.forCustomer
    #expect(
      seen.document.keys == [
        "format", "id", "subject", "status", "priority", "channel", "customer", "assigned_to",
        "statuses", "first_response_at", "created_at", "updated_at", "last_message_at", "messages",
      ])
    #expect(seen.messages.map(\.body) == ["Please", "Hello"])
    #expect(ticket.messages.map(\.body) == ["Please", "Hm", "Hello"])
  }

  @Test("What a customer cannot see does not move the time of the last change")
  func updatedAt() throws {
    var scene = try Scene("bob open, ada reply")
    let before = try #require(scene.ticket)
    for act in ["ada note", "ada edit tag=vip", "ada watch"] { try scene.play(act) }
    let after = try #require(scene.ticket)
    #expect(after.updatedAt > before.updatedAt)
    #expect(after.forCustomer.updatedAt == before.updatedAt)
    try scene.play("ada status resolved")
    let resolved = try #require(scene.ticket)
    #expect(resolved.forCustomer.updatedAt == resolved.updatedAt)
  }

  @Test("Priority and custom fields of a customer's ticket are the desk's to say")
  func opening() throws {
    let scene = try Scene()
    #expect(try scene.outcome("bob open priority=urgent") == "refused: may not set the priority")
    #expect(try scene.outcome("bob open floor=3") == "refused: may not set custom fields")
    #expect(try !scene.outcome("bob open category=billing").contains("refused"))
  }

  @Test("History shows a customer no more than the document")
  func events() {
    let note = sampleEvent(
      1, EventType("ticket.unknown"), Patch(message: members(["body": "x", "is_internal": true])))
    #expect(note.forCustomer == nil)
    let secret = Patch(
      set: members(["fields.x": 1, "ai.summary": "s", "sla.outcome.x": 1, "status": "open"]),
      add: members(["tags": ["vip"], "statuses": ["s"]]), remove: members(["watchers": ["ada"]]))
    let seen = sampleEvent(2, .ticketUpdated, secret, meta: members(["reason": "rude"])).forCustomer
    #expect(
      seen?.patch == Patch(set: members(["status": "open"]), add: members(["statuses": ["s"]])))
    #expect(seen?.meta.isEmpty == true)
    #expect(sampleEvent(3, .ticketUpdated, Patch(add: members(["tags": ["a"]]))).forCustomer == nil)
  }
}
