import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

struct OpeningTests {
  @Test("The first ticket of a customer makes their record, a later one only learns their name")
  func customerOnce() throws {
    let office = try Office()
    _ = try office.open("one")
    _ = try office.open("two")
    var opening = Opening(subject: "three", body: "x")
    opening.customer = EmailAddress("Bob@Example.com")
    opening.customerName = "Bob Li"
    _ = try office.desk("eve").open(opening)
    _ = try office.desk("eve").open(opening)
    #expect(
      try office.events().map(\.type.description) == [
        "customer.created", "ticket.created", "ticket.created", "customer.updated",
        "ticket.created", "ticket.created",
      ])
    let layout = DeskLayout(root: office.root)
    #expect(try FileSystem.names(in: layout.customers) == ["bob@example.com.json"])
    let customer = try DeskStore(layout).snapshot().customer("bob@example.com")
    #expect(customer?["name"] == "Bob Li")
  }

  @Test("A customer may open so many tickets an hour, counted from the log; agents are not counted")
  func rateLimit() throws {
    let office = try Office(settings: #"{"format": 1, "limits": {"tickets_per_hour": 2}}"#)
    var opening = Opening(subject: "for bob", body: "x")
    opening.customer = EmailAddress("bob@example.com")
    _ = try office.desk("eve").open(opening)
    _ = try office.open("one")
    _ = try office.open("two")
    #expect(throws: Refusal.rateLimited(email: "bob@example.com", perHour: 2)) {
      try office.open("three")
    }
    _ = try office.open("mia's", by: "mia@example.com")
    office.now = office.now + TimeSpan(seconds: 3600)
    _ = try office.open("four")
    #expect(try office.subjects().count == 5)
  }

  @Test("A customer may write so many messages an hour, under all addresses together")
  func messageRate() throws {
    let office = try Office(settings: #"{"format": 1, "limits": {"messages_per_hour": 2}}"#)
    let id = try office.open("one")
    var edit = CustomerChange()
    edit.addEmails = ["bob@home.example"]
    _ = try office.desk("ada").editCustomer("bob@example.com", edit)
    _ = try office.desk("bob@example.com").reply(id, "first")
    _ = try office.desk("eve").reply(id, "an agent's")
    _ = try office.desk("bob@example.com").reply(id, "second")
    #expect(throws: Refusal.messageRateLimited(email: "bob@example.com", perHour: 2)) {
      try office.desk("bob@example.com").reply(id, "third")
    }
    #expect(throws: Refusal.messageRateLimited(email: "bob@example.com", perHour: 2)) {
      try office.desk("bob@example.com").setStatus([id], "closed", message: "third")
    }
    office.now = office.now + TimeSpan(seconds: 3600)
    _ = try office.desk("bob@example.com").reply(id, "third")
  }

  @Test("An answer is refused where messages came that were not seen; notes are none for customers")
  func newMessages() throws {
    let office = try Office()
    let id = try office.open("one")
    var options = ChangeOptions()
    options.seen = Set(try office.desk("eve").ticket(id).messages.map(\.id))
    _ = try office.desk("ada").note(id, "a note")
    #expect(throws: Refusal.self) { try office.desk("eve").reply(id, "mine", options) }
    _ = try office.desk("bob@example.com").reply(id, "mine", options)
    options.seen = Set(try office.desk("eve").ticket(id).messages.map(\.id))
    _ = try office.desk("eve").reply(id, "mine", options)
  }

  @Test("Files are kept with the ticket, or nothing is")
  func attachments() throws {
    let office = try Office()
    let (good, bad) = (try office.file("a.txt", "hello"), try office.file("a.exe", "x"))
    #expect(throws: Refusal.self) {
      try office.desk("eve").open(Opening(subject: "x", body: "x"), attaching: [good, bad])
    }
    #expect(try office.events().isEmpty)
    let changed = try office.desk("eve").open(Opening(subject: "x", body: "x"), attaching: [good])
    let id = try #require(changed.tickets.first).id.description
    let files = try office.desk("ada").attachments(of: id)
    #expect(files.map(\.file.filename) == ["a.txt"])
    #expect(try office.desk("ada").bytes(of: files[0].file) == Array("hello".utf8))
    #expect(try office.desk("ada").fsck(repair: false).findings.isEmpty)
  }
}

struct FindingTests {
  @Test("A reference that several tickets match lists them, and one that none does is not found")
  func references() throws {
    let office = try Office()
    let ids = try ["one", "two", "three"].map { try office.open($0) }
    let day = String(ids[0].prefix(6))
    let error = #expect(throws: DeskError.self) { try office.desk("ada").ticket(day) }
    guard case .ambiguous(day, let candidates) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(candidates.map(\.id.description) == ids.sorted())
    #expect(try office.desk("ada").ticket("#" + ids[1].uppercased()).subject == "two")
    for (typed, isReference) in [("270101-000000", true), ("2701", true), ("what?", false)] {
      let error = #expect(throws: DeskError.self) { try office.desk("ada").ticket(typed) }
      switch error {
      case .notFound: #expect(isReference)
      case .notAReference: #expect(!isReference)
      default: Issue.record("\(typed): \(String(describing: error))")
      }
    }
  }

  @Test("For a customer, only their own tickets make a reference ambiguous")
  func ownCandidates() throws {
    let office = try Office()
    let own = try office.open("own")
    _ = try office.open("mia's", by: "mia@example.com")
    #expect(try office.desk("bob@example.com").ticket(String(own.prefix(6))).subject == "own")
  }

  @Test("A ticket is shown as it was at a time")
  func past() throws {
    let office = try Office()
    let id = try office.open("one")
    let opened = office.now
    _ = try office.desk("ada").setStatus([id], "pending")
    #expect(try office.desk("ada").ticket(id, at: opened).status == "new")
    #expect(try office.desk("ada").ticket(id, at: office.now).status == "pending")
    #expect(throws: DeskError.self) {
      try office.desk("ada").ticket(id, at: opened - TimeSpan(seconds: 1))
    }
  }
}

/// A use case that takes a ticket: what it is called, and how it is called.
struct UseCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let call: @Sendable (Desk, String) throws -> Void

  init(_ name: String, _ call: @escaping @Sendable (Desk, String) throws -> Void) {
    (testDescription, self.call) = (name, call)
  }

  static let all: [UseCase] = [
    UseCase("show") { _ = try $0.ticket($1) },
    UseCase("log") { _ = try $0.events(of: $1) },
    UseCase("attachments") { _ = try $0.attachments(of: $1) },
    UseCase("reply") { _ = try $0.reply($1, "x") },
    UseCase("note") { _ = try $0.note($1, "x") },
    UseCase("assign") { _ = try $0.assign([$1], to: nil, team: nil, nobody: true) },
    UseCase("claim") { _ = try $0.claim([$1]) },
    UseCase("status") { _ = try $0.setStatus([$1], "open") },
    UseCase("close") { _ = try $0.setStatus([$1], "closed") },
    UseCase("reopen") { _ = try $0.reopen([$1]) },
    UseCase("edit") { _ = try $0.edit([$1], Edit()) },
    UseCase("read") { _ = try $0.markRead([$1]) },
    UseCase("rate") { _ = try $0.rate($1, 5) },
    UseCase("link") { _ = try $0.link($1, .relates, $1) },
    UseCase("rebuild") { _ = try $0.rebuild([$1]) },
    UseCase("adopt") { _ = try $0.adopt([$1]) },
  ]
}

struct CustomersOwnTests {
  private static let allowed = ["show", "log", "attachments", "reply", "close", "read"]

  @Test("Another customer's ticket does not exist", arguments: UseCase.all)
  func others(useCase: UseCase) throws {
    let office = try Office()
    let id = try office.open("mia's", by: "mia@example.com")
    let before = try office.events()
    do {
      try useCase.call(try office.desk("bob@example.com"), id)
      Issue.record("\(useCase.testDescription) went through")
    } catch let error as DeskError {
      guard case .notFound(kind: "ticket", _, known: []) = error else { throw error }
    } catch Refusal.notPermitted {
      // Refused before anybody looked for the ticket: nothing is told of it.
      #expect(!Self.allowed.contains(useCase.testDescription))
    }
    #expect(try office.events() == before)
  }

  @Test("One's own ticket can be read, answered and closed, and no more", arguments: UseCase.all)
  func own(useCase: UseCase) throws {
    let office = try Office()
    let id = try office.open("own")
    let bob = try office.desk("bob@example.com")
    if Self.allowed.contains(useCase.testDescription) {
      try useCase.call(bob, id)
    } else {
      let before = try office.events()
      #expect(throws: (any Error).self) { try useCase.call(bob, id) }
      #expect(try office.events() == before)
    }
  }

  @Test("Lists, history and documents show a customer their own, without the desk's business")
  func views() throws {
    let office = try Office()
    let own = try office.open("own")
    _ = try office.open("mia's", by: "mia@example.com")
    _ = try office.desk("ada").note(own, "secret")
    _ = try office.desk("ada").edit(
      [own],
      {
        var edit = Edit()
        edit.addTags = ["secret"]
        return edit
      }())
    let bob = try office.desk("bob@example.com")
    #expect(try bob.allTickets().map(\.subject) == ["own"])
    #expect(try office.subjects(by: "bob@example.com") == ["own"])
    #expect(try office.subjects("secret", by: "bob@example.com").isEmpty)
    #expect(throws: FilterError.self) {
      try office.subjects("tag:secret", by: "bob@example.com")
    }
    let texts =
      try bob.events(of: nil).map { JSON.object($0.json).compact }
      + [JSON.object(bob.view(try bob.ticket(own)).json).compact]
    for text in texts {
      #expect(!text.contains("secret") && !text.contains("mia"), "\(text)")
    }
    #expect(texts.count == 2)
  }

  @Test("What is the desk's own is not for customers")
  func deskOnly() throws {
    let office = try Office()
    let id = try office.open("own")
    let bob = try office.desk("bob@example.com")
    let calls: [() throws -> Void] = [
      { _ = try bob.watch([id]) }, { _ = try bob.allAgents() }, { _ = try bob.agent("ada") },
      { _ = try bob.addAgent("bob", AgentEdit()) }, { _ = try bob.removeAgent("ada") },
      { _ = try bob.checkSLAs() }, { _ = try bob.slaReport() },
      {
        _ = try bob.slaSimulation(
          SLAReportRequest(), file: "x", policies: Array("broken".utf8), zones: .none)
      },
      { _ = try bob.fsck(repair: true) }, { _ = try bob.rebuild([]) }, { _ = try bob.adopt([]) },
      { _ = try bob.newArticle("x", ArticleEdit()) }, { _ = try bob.localSettings() },
      { try bob.setLocal("actor", "agent:ada") },
      { _ = try bob.assign([id], to: "nobody-knows", team: nil) },
      { _ = try bob.open(Opening(subject: "x", body: "x"), assignTo: "nobody-knows") },
    ]
    for (number, call) in calls.enumerated() {
      let refusal = #expect(throws: Refusal.self, "call \(number)") { try call() }
      guard case .notPermitted = refusal else {
        Issue.record("call \(number): \(String(describing: refusal))")
        continue
      }
    }
  }
}

struct ChangingTests {
  @Test("A change of many tickets is done to all of them, or to none")
  func bulk() throws {
    let office = try Office()
    let ids = try ["one", "two", "three"].map { try office.open($0) }
    _ = try office.desk("ada").setStatus([ids[1]], "closed")
    let before = try office.events()
    let error = #expect(throws: DeskError.self) {
      try office.desk("ada").setStatus(.these(ids), "pending")
    }
    guard case .refused(let id, .transition) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(id.description == ids[1])
    #expect(try office.events() == before)
    _ = try office.desk("ada").reopen([ids[1]])
    let changed = try office.desk("ada").setStatus(.these(ids + [ids[0]]), "pending")
    #expect(changed.tickets.map(\.status) == ["pending", "pending", "pending"])
    #expect(changed.events.count == 3)
  }

  @Test("A change that expects another version is refused")
  func ifMatch() throws {
    let office = try Office()
    let id = try office.open("one")
    let head = try #require(try office.desk("ada").ticket(id).head).description
    let options = ChangeOptions(ifMatch: head.lowercased())
    _ = try office.desk("ada").setStatus([id], "pending", options)
    let actual = try #require(try office.desk("ada").ticket(id).head).description
    let ticket = try #require(TicketID(id))
    #expect(
      throws: Refusal.changedSince(ticket, expected: head.lowercased(), actual: actual)
    ) { try office.desk("ada").setStatus([id], "open", options) }
  }

  @Test("A dry run says what would be and writes nothing")
  func dryRun() throws {
    let office = try Office()
    let id = try office.open("one")
    let options = ChangeOptions(isDryRun: true)
    let before = try office.events()
    let file = try office.file("a.txt", "hello")
    let ada = try office.desk("ada")
    #expect(try ada.setStatus([id], "pending", options).tickets.map(\.status) == ["pending"])
    #expect(try ada.reply(id, "x", attaching: [file], options).tickets.first?.messages.count == 2)
    #expect(try ada.open(Opening(subject: "new", body: "x"), attaching: [file], options).isDryRun)
    #expect(try ada.addAgent("new", AgentEdit(), isDryRun: true).value.handle == "new")
    #expect(try ada.removeAgent("eve", ChangeOptions(isDryRun: true)).value.handle == "eve")
    #expect(try ada.checkSLAs(isDryRun: true).found == 0)
    #expect(try office.events() == before)
    let layout = DeskLayout(root: office.root)
    #expect(try FileSystem.statusIfPresent(layout.attachments) == nil)
    #expect(try AgentFiles(layout).handles() == ["ada", "eve", "vic"])
    #expect(try ada.fsck(repair: false).findings.isEmpty)
  }

  @Test("What is so already is told apart from what was changed")
  func unchanged() throws {
    let office = try Office()
    let ids = try ["one", "two"].map { try office.open($0) }
    _ = try office.desk("ada").watch([ids[0]])
    let changed = try office.desk("ada").watch(.these(ids))
    #expect(changed.unchanged.map(\.id.description) == [ids[0]])
    #expect(changed.tickets.map(\.id.description) == [ids[1]])
  }

  @Test("A link is written to both tickets, and taken from both")
  func links() throws {
    let office = try Office()
    let (one, two) = (try office.open("one"), try office.open("two"))
    #expect(try office.desk("ada").link(one, .duplicates, two).events.count == 2)
    let links = try [one, two].map { try office.desk("ada").ticket($0).document["links"] }
    #expect(links[0] == [["kind": "duplicates", "ticket": .string(two)]])
    #expect(links[1] == [["kind": "duplicated_by", "ticket": .string(one)]])
    _ = try office.desk("ada").link(two, .duplicatedBy, one, on: false)
    #expect(try office.desk("ada").ticket(one).document["links"] == nil)
  }

  @Test("An edit by hand becomes an event, or is refused where no event can say it")
  func adopt() throws {
    let office = try Office()
    let id = try office.open("one")
    let layout = DeskLayout(root: office.root)
    let path = layout.document(.ticket(try #require(TicketID(id))))
    func edit(_ old: String, _ new: String) throws {
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      try FileSystem.replace(path, with: Array(text.replacing(old, with: new).utf8))
    }
    #expect(try office.desk("ada").adopt([id]).unchanged.map(\.id.description) == [id])
    try edit("\"subject\": \"one\"", "\"subject\": \"by hand\"")
    #expect(try office.desk("ada").editedTickets([]).map(\.description) == [id])
    let adopted = try office.desk("ada").adopt([id])
    #expect(adopted.events.map(\.patch.set) == [JSONObject([("subject", "by hand")])])
    #expect(try office.desk("ada").fsck(repair: false).findings.isEmpty)
    try edit("about one", "about something else")
    #expect(throws: StoreError.cannotAdopt(try #require(TicketID(id)), fields: ["messages"])) {
      try office.desk("ada").adopt([id])
    }
  }
}

struct ListingTests {
  @Test("Pages follow each other while tickets arrive: none twice, none missing")
  func paging() throws {
    let office = try Office()
    var expected: [String] = []
    for number in 0..<7 {
      _ = try office.open("old \(number)", by: "ada")
      expected.insert("old \(number)", at: 0)
    }
    let filter = try Filter.parse("", try office.desk("ada").filterContext)
    var (seen, cursor): ([String], String?) = ([], nil)
    repeat {
      let page = try office.desk("ada").list(filter, limit: 2, after: cursor)
      seen += page.rows.map(\.subject)
      cursor = page.next
      _ = try office.open("new", by: "ada")
    } while cursor != nil
    #expect(seen == expected)
  }

  @Test("Counts of a field go by frequency, what is absent counts too, and days come in order")
  func counts() throws {
    let office = try Office()
    let ids = try (0..<3).map { try office.open("number \($0)", by: "ada", priority: "high") }
    var edit = Edit()
    edit.addTags = ["VIP", "b"]
    _ = try office.desk("ada").edit([ids[0]], edit)
    office.now = office.now + .day
    _ = try office.open("the day after", by: "ada")
    let ada = try office.desk("ada")
    func counted(_ field: FilterField) throws -> [String] {
      try ada.counts(.everything, by: field).map { "\($0.value ?? "-") \($0.count)" }
    }
    #expect(try ada.count(.everything) == 4)
    #expect(try ada.count(Filter.parse("priority:high", ada.filterContext)) == 3)
    #expect(try counted(.priority) == ["high 3", "normal 1"])
    #expect(try counted(.tag).first == "- 3" && counted(.tag).count == 3)
    #expect(try counted(.created) == ["2026-11-20 3", "2026-11-21 1"])
    #expect(try counted(.resolved) == ["- 4"])
  }

  @Test("Records come in the order of the ids, without those that are not there")
  func views() throws {
    let office = try Office()
    let ids = try ["one", "two"].map { try office.open($0, by: "ada") }
    let asked = [ids[1], "261120-000000", ids[0]].compactMap { TicketID($0) }
    #expect(try office.desk("ada").views(of: asked).map(\.ticket.subject) == ["two", "one"])
    #expect(try office.desk("bob@example.com").views(of: asked).isEmpty)
  }

  @Test("A page that is cut says where the next begins, and the last one has no next")
  func pages() throws {
    let office = try Office()
    for number in 0..<3 { _ = try office.open("\(number)", by: "ada") }
    let filter = try Filter.parse("sort:created", try office.desk("ada").filterContext)
    let page = try office.desk("ada").list(filter, limit: 2)
    #expect(page.rows.count == 2 && page.next != nil)
    #expect(try office.desk("ada").list(filter, limit: 3).next == nil)
    #expect(throws: CursorError.notCursor) { try office.desk("ada").list(filter, after: "x") }
    let other = try Filter.parse("sort:priority", try office.desk("ada").filterContext)
    #expect(throws: CursorError.otherQuery) {
      try office.desk("ada").list(other, limit: 2, after: page.next)
    }
  }
}
