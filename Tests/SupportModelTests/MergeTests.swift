import Testing

@testable import SupportModel

/// An agent, or somebody else, at a time.
private func acting(
  _ person: Person = Person(Agent(handle: "ada", name: "Ada")),
  at time: String = "2026-11-20T11:00:00Z"
) throws -> Acting {
  Acting(person, DeskSettings(), at: try #require(Instant(time)), customers: { _ in nil })
}

/// Tickets by their ids, as their documents say: what a desk looks up to put threads together.
private struct Shelf {
  var documents: [TicketID: JSONObject] = [:]
  private var number = 0

  /// Opens a ticket with what its customer asks.
  mutating func open(
    _ name: String, _ customer: String? = "bob@example.com", _ more: JSON = .object(JSONObject())
  ) throws -> TicketID {
    let id = try #require(TicketID("261120-\(name)"))
    let at = time(number)
    var document = members([
      "format": 1, "id": .string(id.description), "subject": .string(name), "status": "open",
      "created_at": .string(at), "updated_at": .string(at), "last_message_at": .string(at),
      "statuses": [["status": "open", "at": .string(at)]],
      "messages": [message("customer:\(customer ?? "nobody")", at)],
    ])
    document["customer"] = customer.map(JSON.string)
    for member in members(more).members { document[member.key] = member.value }
    documents[id] = Fold.arranged(document)
    return id
  }

  private func time(_ minute: Int) -> String {
    "2026-11-20T10:\(padded(minute, to: 2)):00.000Z"
  }

  private mutating func message(_ author: String, _ at: String) -> JSON {
    number += 1
    return [
      "id": .string("M\(number)"), "at": .string(at), "author": .string(author),
      "direction": author.hasPrefix("customer") ? "inbound" : "outbound",
      "body": .string("message \(number)"),
    ]
  }

  /// Somebody says something in a ticket.
  mutating func say(_ author: String, in id: TicketID) {
    let message = message(author, time(number))
    let before = documents[id]?["messages"]?.array ?? []
    documents[id]?["messages"] = .array(before + [message])
  }

  func alone(_ id: TicketID) throws -> Ticket { try #require(documents[id].flatMap(Ticket.init)) }

  func ticket(_ id: TicketID) throws -> Ticket {
    try alone(id).threaded { documents[$0].flatMap(Ticket.init) }
  }

  func bodies(_ id: TicketID) throws -> [String] {
    try ticket(id).messages.map { String($0.body.dropFirst(8)) }
  }

  mutating func apply(_ draft: EventDraft?) throws {
    guard let draft, let id = draft.subject.ticketID else { return }
    number += 1
    let at = try #require(Instant(time(number)))
    let event = Event(
      draft, id: EventID(time: at, chance: UInt128(number)), at: at, by: .agent("ada"))
    documents[id] = Fold.document(documents[id], adding: event)
  }

  mutating func merge(_ sources: [TicketID], into target: TicketID, crosses: Bool = false) throws {
    var merging = Merging()
    merging.crossesCustomers = crosses
    let acting = try acting(at: time(number))
    let (into, tickets) = (try ticket(target), try sources.map(ticket))
    for source in tickets { try apply(source.merge(into: into, merging, acting)) }
    try apply(into.take(tickets, merging, acting))
  }

  mutating func unmerge(_ source: TicketID) throws {
    let acting = try acting(at: time(number))
    let ticket = try ticket(source)
    try apply(ticket.unmerge(acting))
    for id in Set(ticket.lendsTo) {
      let target = try self.ticket(id)
      let others = try target.mergedFrom.filter { $0 != source }.map(self.ticket)
      try apply(target.release(ticket, keeping: others, acting))
    }
  }

  /// A ticket without what every event moves.
  func still(_ id: TicketID) throws -> JSONObject {
    var document = try alone(id).document
    for member in ["updated_at", "head"] { document[member] = nil }
    return document
  }
}

@Suite("Merged tickets")
struct MergeTests {
  @Test("The messages of both stand in one thread, by their times")
  func thread() throws {
    var shelf = Shelf()
    let (one, other) = (try shelf.open("k7qx9m"), try shelf.open("3fmz2a"))
    shelf.say("agent:ada", in: one)
    shelf.say("customer:bob@example.com", in: other)
    try shelf.merge([other], into: one)
    #expect(try shelf.bodies(one) == ["1", "2", "3", "4"])
    #expect(try shelf.ticket(one).messages.map(\.origin) == [nil, other, nil, other])
    #expect(try shelf.bodies(other) == [])
    #expect(try shelf.ticket(other).leadsTo == one)
    #expect(try shelf.alone(other).status == "closed")
  }

  @Test("What comes to a merged ticket from a clone that did not know shows in the one it went to")
  func late() throws {
    var shelf = Shelf()
    let (one, other) = (try shelf.open("k7qx9m"), try shelf.open("3fmz2a"))
    try shelf.merge([other], into: one)
    shelf.say("customer:bob@example.com", in: other)
    #expect(try shelf.bodies(one) == ["1", "2", "5"])
  }

  @Test("A chain leads to its end")
  func chain() throws {
    var shelf = Shelf()
    let ids = try ["k7qx9m", "3fmz2a", "d0mz2a"].map { try shelf.open($0) }
    try shelf.merge([ids[2]], into: ids[1])
    try shelf.merge([ids[1]], into: ids[0])
    #expect(try shelf.bodies(ids[0]) == ["1", "2", "3"])
    #expect(try shelf.ticket(ids[2]).leadsTo == ids[0])
    try shelf.unmerge(ids[1])
    #expect(try shelf.bodies(ids[0]) == ["1"])
    #expect(try shelf.bodies(ids[1]) == ["2", "3"])
  }

  @Test("Of two that clones merged into each other the older one shows both")
  func circle() throws {
    var (here, there) = (Shelf(), Shelf())
    let (one, other) = (try here.open("3fmz2a"), try here.open("k7qx9m"))
    there = here
    try here.merge([other], into: one)
    try there.merge([one], into: other)
    for id in [one, other] {
      // The two events on each touch different members, but for the status and the links.
      var document = try here.alone(id).document
      document["links"] = .array(
        (document["links"]?.array ?? []) + (try there.alone(id).document["links"]?.array ?? []))
      document["status"] = "closed"
      document["merged_into"] = .string((id == one ? other : one).description)
      here.documents[id] = document
    }
    #expect(try here.bodies(one) == ["1", "2"])
    #expect(try here.ticket(other).leadsTo == one)
    #expect(throws: Refusal.alreadyMerged(other, into: one)) {
      _ = try here.ticket(other).reopen(acting())
    }
    // Nobody answered, and it is found although it is done.
    #expect(try here.ticket(one).unansweredSince == Instant("2026-11-20T10:00:00Z"))
    #expect(try here.ticket(other).unansweredSince == nil)
    var unmerged = here
    try unmerged.unmerge(one)
    #expect(try unmerged.bodies(one) == ["1", "2"])
    #expect(try unmerged.alone(one).mergedInto == nil)
    // Whoever opens the one opens the circle.
    try here.apply(here.ticket(one).reopen(acting()))
    #expect(try here.alone(one).status == "open")
    #expect(try here.alone(one).mergedInto == nil)
    #expect(try here.bodies(one) == ["1", "2"])
    #expect(try here.ticket(other).leadsTo == one)
    try here.unmerge(other)
    #expect(try here.bodies(one) == ["1"])
    #expect(try here.bodies(other) == ["2"])
  }

  @Test("Unmerging puts back exactly what was")
  func unmerge() throws {
    var shelf = Shelf()
    let one = try shelf.open("k7qx9m", "bob@example.com", ["tags": ["vip"], "watchers": ["ada"]])
    let other = try shelf.open(
      "3fmz2a", "bob@example.com", ["tags": ["login", "vip"], "watchers": ["eve"]])
    let before = (try shelf.still(one), try shelf.still(other))
    try shelf.merge([other], into: one)
    #expect(try shelf.alone(one).tags == ["vip", "login"])
    #expect(try shelf.alone(one).watchers == ["ada", "eve"])
    try shelf.unmerge(other)
    #expect(try shelf.still(one) == before.0)
    #expect(try shelf.still(other) == before.1)
  }

  @Test("What was laid aside is laid aside again, and the time to wake it is not lost")
  func unmergePended() throws {
    var shelf = Shelf()
    let pended: JSON = [
      "status": "pending", "pending_until": "2026-12-01T00:00:00.000Z",
      "statuses": [["status": "pending", "at": "2026-11-20T10:00:00.000Z"]],
    ]
    let one = try shelf.open("k7qx9m", "bob@example.com", pended)
    let other = try shelf.open("3fmz2a", "bob@example.com", pended)
    let before = (try shelf.still(one), try shelf.still(other))
    try shelf.merge([other], into: one)
    #expect(try shelf.alone(one).pendingUntil == nil)
    #expect(try shelf.alone(other).pendingUntil == nil)
    try shelf.unmerge(other)
    #expect(try shelf.still(one) == before.0)
    #expect(try shelf.still(other) == before.1)
  }

  @Test("A question that a merge brought waits, whoever spoke last")
  func unanswered() throws {
    var shelf = Shelf()
    let (other, one) = (try shelf.open("3fmz2a"), try shelf.open("k7qx9m"))
    shelf.say("agent:ada", in: one)
    try shelf.merge([other], into: one)
    #expect(try shelf.ticket(one).messages.last?.isAgentReply == true)
    #expect(try shelf.ticket(one).unansweredSince == Instant("2026-11-20T10:00:00Z"))
    let test = FilterTest.holds(.state(.unanswered))
    #expect(try FilterSubject(shelf.ticket(one)).passes(test))
    #expect(try !FilterSubject(shelf.ticket(other)).passes(test))
  }

  @Test("A question that reaches a pending ticket by what was merged into it wakes it")
  func overheard() throws {
    var shelf = Shelf()
    let (one, other) = (try shelf.open("k7qx9m"), try shelf.open("3fmz2a"))
    try shelf.merge([other], into: one)
    shelf.say("agent:ada", in: one)
    try shelf.apply(shelf.ticket(one).change(status: "pending", acting(at: "2026-11-20T10:05:00Z")))
    #expect(try shelf.ticket(one).wake(acting()) == nil)
    shelf.say("customer:bob@example.com", in: other)
    let draft = try #require(try shelf.ticket(one).wake(acting()))
    #expect(draft.patch.set["status"] == "open")
    try shelf.apply(draft)
    #expect(try shelf.ticket(one).wake(acting()) == nil)
  }

  @Test("What happened since stays")
  func since() throws {
    var shelf = Shelf()
    let (one, other) = (try shelf.open("k7qx9m"), try shelf.open("3fmz2a"))
    try shelf.merge([other], into: one)
    shelf.say("agent:ada", in: one)
    shelf.say("customer:bob@example.com", in: other)
    try shelf.unmerge(other)
    #expect(try shelf.bodies(one) == ["1", "5"])
    #expect(try shelf.bodies(other) == ["2", "6"])
  }

  @Test("A tag that two brought goes with the last of them")
  func sharedTags() throws {
    var shelf = Shelf()
    let one = try shelf.open("k7qx9m")
    let others = try ["3fmz2a", "d0mz2a"].map {
      try shelf.open($0, "bob@example.com", ["tags": ["login"]])
    }
    try shelf.merge(others, into: one)
    try shelf.unmerge(others[0])
    #expect(try shelf.alone(one).tags == ["login"])
    try shelf.unmerge(others[1])
    #expect(try shelf.alone(one).tags == [])
  }

  @Test("A pending ticket that takes a question in is open, and pending again without it")
  func wakes() throws {
    var shelf = Shelf()
    let one = try shelf.open("k7qx9m")
    let other = try shelf.open("3fmz2a")
    shelf.documents[one]?["status"] = "pending"
    shelf.documents[one]?["statuses"] = [
      ["status": "pending", "at": "2026-11-20T10:00:30.000Z"]
    ]
    try shelf.merge([other], into: one)
    #expect(try shelf.alone(one).status == "open")
    try shelf.unmerge(other)
    #expect(try shelf.alone(one).status == "pending")
  }

  @Test("Another customer's ticket is merged only where that is said; then both take part")
  func crossing() throws {
    var shelf = Shelf()
    let (one, other) = (try shelf.open("k7qx9m"), try shelf.open("3fmz2a", "ann@example.com"))
    #expect(throws: Refusal.mergeAcrossCustomers(other, into: one)) {
      try shelf.merge([other], into: one)
    }
    try shelf.merge([other], into: one, crosses: true)
    #expect(try shelf.alone(one).cc == ["ann@example.com"])
    let ann = Permissions(Person(.customer("ann@example.com")), .init())
    #expect(try ann.mayRead(shelf.ticket(one)))
    let refusal = Refusal.notPermitted(
      .customer("ann@example.com"), action: "rate this ticket")
    #expect(throws: refusal) {
      let acting = try acting(Person(.customer("ann@example.com")))
      _ = try shelf.ticket(one).rate(5, comment: nil, acting)
    }
    try shelf.unmerge(other)
    #expect(try !ann.mayRead(shelf.ticket(one)))
  }

  @Test("What agents said among themselves is a note in a customer's ticket")
  func internalTicket() throws {
    var shelf = Shelf()
    let (one, other) = (try shelf.open("k7qx9m"), try shelf.open("3fmz2a", nil))
    #expect(throws: Refusal.mergeIntoInternal(one, into: other)) {
      try shelf.merge([one], into: other, crosses: true)
    }
    try shelf.merge([other], into: one)
    #expect(try shelf.ticket(one).messages.map(\.isInternal) == [false, true])
    #expect(try shelf.ticket(one).forCustomer.messages.map(\.body) == ["message 1"])
    #expect(try !shelf.ticket(one).isUnreadByCustomer)
  }

  @Test("A customer does not see how the thread came together")
  func customerView() throws {
    var shelf = Shelf()
    let (one, other) = (try shelf.open("k7qx9m"), try shelf.open("3fmz2a", "ann@example.com"))
    try shelf.merge([other], into: one, crosses: true)
    let seen = JSON.object(try shelf.ticket(one).forCustomer.whole).compact
    #expect(!seen.contains("3fmz2a") && !seen.contains("\"cc\""))
    #expect(seen.contains("message 2"))
  }

  @Test("What makes no sense is refused")
  func refusals() throws {
    var shelf = Shelf()
    let ids = try ["k7qx9m", "3fmz2a", "d0mz2a", "e0mz2a"].map { try shelf.open($0) }
    #expect(throws: Refusal.mergeIntoSelf(ids[0])) { try shelf.merge([ids[0]], into: ids[0]) }
    try shelf.merge([ids[1]], into: ids[0])
    #expect(throws: Refusal.alreadyMerged(ids[1], into: ids[0])) {
      try shelf.merge([ids[1]], into: ids[2])
    }
    #expect(throws: Refusal.notMerged(ids[2])) { try shelf.unmerge(ids[2]) }
    shelf.documents[ids[2]]?["erased"] = true
    #expect(throws: Refusal.erased(ids[2])) { try shelf.merge([ids[2]], into: ids[0]) }
    shelf.documents[ids[0]]?["status"] = "closed"
    #expect(throws: Refusal.mergeIntoDone(ids[3], into: ids[0], status: "closed")) {
      try shelf.merge([ids[3]], into: ids[0])
    }
  }

  @Test("Without the ticket that it was merged into, a ticket shows its own messages")
  func dangling() throws {
    var shelf = Shelf()
    let (one, other) = (try shelf.open("k7qx9m"), try shelf.open("3fmz2a"))
    try shelf.merge([other], into: one)
    shelf.documents[one] = nil
    #expect(try shelf.bodies(other) == ["2"])
  }
}

@Suite("Split tickets")
struct SplitTests {
  private func split(
    _ shelf: inout Shelf, _ old: TicketID, _ words: [String], to name: String,
    customer: String? = nil
  ) throws -> TicketID {
    let new = try #require(TicketID("261120-\(name)"))
    let ticket = try shelf.ticket(old)
    var splitting = Splitting()
    splitting.customer = customer.flatMap { EmailAddress($0) }
    let messages = try ticket.messages(named: words)
    let acting = try acting(at: "2026-11-20T11:00:00Z")
    try shelf.apply(Ticket.open(new, with: messages, of: ticket, splitting, acting))
    for owner in Set(messages.map { $0.origin ?? old } + [old]) {
      let its = messages.filter { ($0.origin ?? old) == owner }
      try shelf.apply(
        shelf.alone(owner).give(its, to: new, of: customer ?? ticket.customer, acting))
    }
    return new
  }

  @Test("Messages leave the one thread and stand in the other")
  func split() throws {
    var shelf = Shelf()
    let one = try shelf.open("k7qx9m")
    shelf.say("customer:bob@example.com", in: one)
    shelf.say("agent:ada", in: one)
    let new = try split(&shelf, one, ["2"], to: "3fmz2a")
    #expect(try shelf.bodies(one) == ["1", "3"])
    #expect(try shelf.bodies(new) == ["2"])
    #expect(try shelf.ticket(new).subject == "k7qx9m")
    #expect(try shelf.ticket(new).status == "new")
  }

  @Test("What was split once can be split again, and out of a merged ticket")
  func again() throws {
    var shelf = Shelf()
    let (one, other) = (try shelf.open("k7qx9m"), try shelf.open("3fmz2a"))
    shelf.say("customer:bob@example.com", in: other)
    shelf.say("customer:bob@example.com", in: other)
    try shelf.merge([other], into: one)
    let new = try split(&shelf, one, ["3", "4"], to: "d0mz2a")
    #expect(try shelf.bodies(new) == ["3", "4"])
    let newer = try split(&shelf, new, ["2"], to: "e0mz2a")
    #expect(try shelf.bodies(new) == ["3"])
    #expect(try shelf.bodies(newer) == ["4"])
    #expect(try shelf.bodies(one) == ["1", "2"])
    try shelf.unmerge(other)
    #expect(try shelf.bodies(one) == ["1"])
    #expect(try shelf.bodies(other) == ["2"])
    #expect(try shelf.bodies(newer) == ["4"])
  }

  @Test("A ticket keeps a message, and words have to name one")
  func refusals() throws {
    var shelf = Shelf()
    let one = try shelf.open("k7qx9m")
    shelf.say("agent:ada", in: one)
    #expect(throws: Refusal.splitAll(one)) {
      _ = try split(&shelf, one, ["1", "2"], to: "3fmz2a")
    }
    for word in ["0", "3", "-1", "", "x", "2.0", "#"] {
      #expect(throws: Refusal.noMessage(one, word: word, count: 2)) {
        _ = try shelf.ticket(one).messages(named: [word])
      }
    }
    #expect(try shelf.ticket(one).messages(named: ["#2", "2"]).count == 1)
  }

  @Test("What was asked waits since it was asked; what was answered was answered")
  func clocks() throws {
    var shelf = Shelf()
    let one = try shelf.open("k7qx9m")
    shelf.say("agent:ada", in: one)
    shelf.say("customer:bob@example.com", in: one)
    let open = try split(&shelf, one, ["3"], to: "3fmz2a")
    func clocks(_ id: TicketID) throws -> SLAClocks {
      SLAClocks(
        try shelf.ticket(id), .test, workingTime: AlwaysOpen(),
        now: try #require(Instant("2026-11-20T12:00:00Z")), lifecycle: .standard)
    }
    shelf.documents[open]?["priority"] = "normal"
    #expect(try clocks(open).firstResponse?.dueAt == Instant("2026-11-20T14:02:00Z"))
    shelf.say("customer:bob@example.com", in: one)
    let answered = try split(&shelf, one, ["2"], to: "d0mz2a")
    shelf.documents[answered]?["priority"] = "normal"
    #expect(try clocks(answered).firstResponse?.isOpen == false)
    #expect(try shelf.ticket(answered).status == "open")
  }
}
