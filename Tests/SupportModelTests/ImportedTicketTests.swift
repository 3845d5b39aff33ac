import Testing

@testable import SupportModel

/// A loose record, and what the desk makes of it.
struct ImportedTicketTests {
  static let now = Instant(CivilDate(year: 2026, month: 11, day: 20)) + TimeSpan(seconds: 36_000)

  private static let rules = ImportRules(
    Acting(
      Person(Agent(handle: "root", name: "Root", role: .admin)), DeskSettings(), at: now,
      customers: { _ in nil }),
    agents: [
      Agent(handle: "ada", name: "Ada", emails: ["ada@desk.example"], teams: ["tier-1"]),
      Agent(handle: "root", role: .admin),
    ])

  /// The document of a record, and its events.
  private func imported(_ text: String) throws -> (document: JSONObject, events: [Event]) {
    let ticket = try ImportedTicket(try JSONParser.parse(text), Self.rules)
    let ids = ticket.ownIDs ?? (0..<ticket.eventCount).map { EventID(bits: UInt128($0 + 1)) }
    #expect(ids.count == ticket.eventCount)
    let id = ticket.id ?? TicketID(at: ticket.createdAt, chance: 7)
    let events = ticket.events(id, ids: ids, by: .agent("root"))
    #expect(events.map(\.id) == ids)
    return (try ticket.folded(events), events)
  }

  @Test("A subject alone is a new ticket of now")
  func subjectAlone() throws {
    let (document, events) = try imported(#"{"subject": " Lamp  flickers "}"#)
    let ticket = try #require(Ticket(document))
    #expect(ticket.subject == "Lamp flickers")
    #expect(ticket.status == "new" && ticket.priority == "normal" && ticket.channel == "web")
    #expect(ticket.createdAt == Self.now && ticket.updatedAt == Self.now)
    #expect(events.map(\.type) == [.ticketCreated])
  }

  @Test("Messages come in the order of their times, each as an event of its own time")
  func thread() throws {
    let (document, events) = try imported(
      #"""
      {"subject": "x", "customer": "Bob Li <bob@example.com>", "body": "first", "created_at": 1700000000,
       "messages": [{"author": "ada", "body": "third", "at": 1700000200},
                    {"body": "second", "at": "2023-11-14T22:15:00Z"},
                    {"author": "agent:zed", "is_internal": true, "body": "last", "at": 1700000300}],
       "status": "closed", "closed_at": "2023-11-15"}
      """#)
    let ticket = try #require(Ticket(document))
    #expect(ticket.messages.map(\.body) == ["first", "second", "third", "last"])
    #expect(
      ticket.messages.map(\.author) == [
        .customer("bob@example.com"), .customer("bob@example.com"), .agent("ada"), .agent("zed"),
      ])
    #expect(ticket.messages.map(\.authorName) == ["Bob Li", "Bob Li", "Ada", nil])
    #expect(ticket.messages.map(\.direction) == [.inbound, .inbound, .outbound, .outbound])
    #expect(ticket.firstResponseAt == Instant(milliseconds: 1_700_000_200_000))
    #expect(
      events.map(\.type) == [
        .ticketCreated, .ticketMessageAdded, .ticketMessageAdded, .ticketNoteAdded, .ticketClosed,
      ])
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.at <= $1.at })
    #expect(ticket.timeline.map(\.status) == ["new", "closed"])
    #expect(ticket.closedAt == Instant("2023-11-15") && ticket.resolvedAt == nil)
    #expect(ticket.slaOutcome?.policy == "default")
    #expect(OverriddenValue.find(in: events).isEmpty)
  }

  @Test(
    "Statuses and their times fill each other in",
    arguments: [
      (#""status": "solved""#, ["new", "resolved"], true, false),
      (#""resolved_at": "2026-11-02""#, ["new", "resolved"], true, false),
      (#""closed_at": "2026-11-03""#, ["new", "closed"], false, true),
      (
        #""closed_at": "2026-11-03", "resolved_at": "2026-11-02""#, ["new", "resolved", "closed"],
        true, true
      ),
      (#""status": "Waiting for customer""#, ["new", "pending"], false, false),
      (#""status": "open", "resolved_at": "2026-11-02""#, ["new", "open"], false, false),
      (#""status": "cancelled", "closed_at": "2026-11-03""#, ["new", "cancelled"], false, false),
    ])
  func statuses(
    _ members: String, _ timeline: [String], _ isResolved: Bool, _ isClosed: Bool
  ) throws {
    let (document, events) = try imported(
      #"{"subject": "x", "created_at": "2026-11-01", \#(members)}"#)
    let ticket = try #require(Ticket(document))
    #expect(ticket.timeline.map(\.status) == timeline)
    #expect(ticket.status == timeline.last)
    #expect((ticket.resolvedAt != nil) == isResolved && (ticket.closedAt != nil) == isClosed)
    #expect(OverriddenValue.find(in: events).isEmpty)
  }

  @Test("Words are taken as people write them")
  func words() throws {
    let (document, _) = try imported(
      #"""
      {"title": "x", "labels": "Big Lamp; hot,hot", "category": "Billing & Payments/Refunds", "id": 17,
       "order": 4711, "fields": {"Serial No": "S-1", "count": 3, "none": null}, "assignee": "ADA@desk.example",
       "team": "tier-1", "priority": "Medium", "channel": "E-Mail", "mood": null, "comments": []}
      """#.replacing("E-Mail", with: "Email"))
    let ticket = try #require(Ticket(document))
    #expect(ticket.tags == ["big-lamp", "hot"])
    #expect(ticket.category == "billing-payments/refunds")
    #expect(ticket.externalID == "17" && ticket.order == "4711")
    #expect(ticket.fields == JSONObject([("serial-no", "S-1"), ("count", "3")]))
    #expect(ticket.assignee == "ada" && ticket.team == "tier-1")
    #expect(ticket.priority == "normal" && ticket.channel == "email")
  }

  @Test(
    "What makes no sense is refused",
    arguments: [
      #"[]"#, #"{}"#, #"{"subject": ""}"#, #"{"subject": {}}"#,
      #"{"subject": "x", "prioritty": 1}"#,
      #"{"subject": "x", "title": "y"}"#, #"{"subject": "x", "priority": "huge"}"#,
      #"{"subject": "x", "status": "lost"}"#, #"{"subject": "x", "assignee": "zed"}"#,
      #"{"subject": "x", "team": "tier-9"}"#, #"{"subject": "x", "created_at": "2026-02-30"}"#,
      #"{"subject": "x", "created_at": 1e300}"#, #"{"subject": "x", "created_at": true}"#,
      #"{"subject": "x", "created_at": "2026-11-21"}"#, #"{"subject": "x", "customer": "bob"}"#,
      #"{"subject": "x", "customer": {"name": "Bob"}}"#, #"{"subject": "x", "tags": ["a", {}]}"#,
      #"{"subject": "x", "customer": "g33vc64tq9@erased.invalid"}"#,
      #"{"subject": "x", "fields": {"a": []}}"#, #"{"subject": "x", "messages": ["hello"]}"#,
      #"{"subject": "x", "messages": [{"at": 1}]}"#,
      #"{"subject": "x", "messages": [{"body": "y"}]}"#,
      #"{"subject": "x\u0000"}"#, #"{"subject": "x", "external_id": "a\nb"}"#,
      #"{"subject": "x", "category": "Größe"}"#,
      #"{"subject": "x", "messages": [{"body": "y", "author": "zed"}]}"#,
    ])
  func refused(_ text: String) {
    #expect(throws: (any Error).self) { try imported(text) }
  }

  @Test("An id of its own gives way to the one that says what it is called elsewhere")
  func twoIDs() throws {
    for text in [
      #"{"subject": "x", "id": "1", "external_id": "2"}"#,
      #"{"external_id": "2", "subject": "x", "id": "1"}"#,
    ] {
      #expect(try Ticket(imported(text).document)?.externalID == "2")
    }
  }

  private static let document = #"""
    {"format":1,"id":"261101-k7qx9m","subject":"Lamp","status":"pending","priority":"high",
     "customer":"bob@example.com","tags":["a","b"],
     "statuses":[{"status":"new","at":"2026-11-01T10:00:00.000Z"},{"status":"pending","at":"2026-11-01T11:00:00.000Z"}],
     "created_at":"2026-11-01T10:00:00.000Z","updated_at":"2026-11-02T10:00:00.000Z",
     "last_message_at":"2026-11-01T11:00:00.000Z",
     "messages":[
      {"id":"01KMB0000000000000000000A1","at":"2026-11-01T10:00:00.000Z","author":"customer:bob@example.com","direction":"inbound","body":"one"},
      {"id":"01KMB0000000000000000000A2","at":"2026-11-01T11:00:00.000Z","author":"agent:ada","direction":"outbound","body":"two"}],
     "head":"01KMB0000000000000000000A3","shine":{"grade":3}}
    """#

  @Test("A document is made of events with the ids that it names")
  func ownDocument() throws {
    let (document, events) = try imported(Self.document)
    #expect(JSON.object(document) == (try JSONParser.parse(Self.document)))
    #expect(events.map { $0.id.description.suffix(2) } == ["A1", "A2", "A3"])
    #expect(events.map(\.type) == [.ticketCreated, .ticketMessageAdded, .ticketStatusChanged])
    #expect(OverriddenValue.find(in: events).isEmpty)
  }

  @Test(
    "Whatever ids its messages have, the document stays the same",
    arguments: [
      ("A2", "A0"), ("A1\"", "A9\""), ("01KMB0000000000000000000A2", "msg-2"),
      ("01KMB0000000000000000000A3", "01KMB0000000000000000000A2"),
      (#","head""#, #","ai":{"summary":"x"},"head""#),
    ])
  func ids(_ old: String, _ new: String) throws {
    let text = Self.document.replacing(old, with: new)
    let (document, events) = try imported(text)
    let expected = try #require(try JSONParser.parse(text).object)
    #expect(document == Fold.arranged(expected))
    #expect(events.last?.id.description == document["head"]?.string)
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.id < $1.id })
  }

  @Test(
    "A document that is none is refused",
    arguments: [
      (#""format":1"#, #""format":2"#), (#""subject":"Lamp""#, #""subject":"La  mp""#),
      ("261101-k7qx9m", "269901-k7qx9m"), ("261101-k7qx9m", "261201-k7qx9m"),
      ("01KMB0000000000000000000A3", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ"),
      ("01KMB0000000000000000000A3", "01ZZZZZZZZZZZZZZZZZZZZZZZZ"),
      (#""last_message_at":"2026-11-01T11"#, #""last_message_at":"2026-11-01T12"#),
      (#""tags":["a","b"]"#, #""tags":null"#), (#""shine""#, #""a.b""#),
      (#""shine""#, #""unread_by_agent""#), (#""status":"pending","p"#, #""status":"lost","p"#),
      (#""at":"2026-11-01T10:00:00.000Z","author""#, #""author""#),
    ])
  func refusedDocument(_ old: String, _ new: String) {
    let text = Self.document.replacing(old, with: new)
    #expect(text != Self.document)
    #expect(throws: (any Error).self) { try imported(text) }
  }
}
