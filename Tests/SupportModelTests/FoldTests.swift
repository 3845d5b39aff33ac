import Testing

@testable import SupportModel

struct FoldTests {
  /// The brief document after patches, one event each.
  private func fold(_ patches: [Patch]) -> String {
    brief(Fold.document(patches.enumerated().map { sampleEvent($0 + 1, .ticketUpdated, $1) }))
  }

  @Test("No events make no document")
  func nothing() {
    #expect(Fold.document([]) == nil)
  }

  @Test("Every document names its format, its record, its last change and its head")
  func frame() throws {
    let document = try #require(Fold.document([sampleEvent(2), sampleEvent(1)]))
    #expect(
      JSON.object(document).compact
        == #"{"format":1,"id":"261120-700000","updated_at":"2026-11-20T10:00:02.000Z","#
        + #""head":"01M7W6C3800000000000000002"}"#)
  }

  @Test(
    "Set replaces fields, reaches inside by dots, and null removes",
    arguments: [
      (["{\"a\":1}", "{\"a\":2}"], "{\"a\":2}"),
      (["{\"a\":1,\"b\":2}", "{\"a\":null}"], "{\"b\":2}"),
      (["{\"a\":null}"], "{}"),
      (["{\"s.rating\":5}", "{\"s.comment\":\"x\"}"], "{\"s\":{\"rating\":5,\"comment\":\"x\"}}"),
      (["{\"s.a\":1,\"s.b\":2}", "{\"s.a\":null}"], "{\"s\":{\"b\":2}}"),
      (["{\"s.a\":1}", "{\"s.a\":null}"], "{}"),
      (["{\"s.a.b\":1}", "{\"s.a\":2}"], "{\"s\":{\"a\":2}}"),
      (["{\"s\":1}", "{\"s.a\":2}"], "{\"s\":{\"a\":2}}"),
      (["{\"s\":{\"a\":1,\"b\":2}}", "{\"s\":{\"c\":3}}"], "{\"s\":{\"c\":3}}"),
    ])
  func set(sets: [String], expected: String) throws {
    let patches = try sets.map { Patch(set: members(try JSONParser.parse($0))) }
    #expect(fold(patches) == expected)
  }

  @Test(
    "Add and remove change sets: nothing is in one twice, and an empty one goes away",
    arguments: [
      ("+a +b +a", #"{"tags":["a","b"]}"#), ("+a -a", "{}"), ("-a", "{}"),
      ("+a -b", #"{"tags":["a"]}"#),
      ("+a +b -a +a", #"{"tags":["b","a"]}"#),
    ])
  func sets(steps: String, expected: String) {
    let patches = steps.split(separator: " ").map { step -> Patch in
      let value = members(["tags": [.string(String(step.dropFirst()))]])
      return step.hasPrefix("+") ? Patch(add: value) : Patch(remove: value)
    }
    #expect(fold(patches) == expected)
  }

  @Test("One event sets, adds and removes, in this order")
  func together() {
    let patch = Patch(
      set: members(["tags": ["x"]]), add: members(["tags": ["y", "z"]]),
      remove: members(["tags": ["x", "y"]]))
    #expect(fold([patch]) == #"{"tags":["z"]}"#)
  }

  @Test("A message takes id, time and author from its event, or keeps its own")
  func messages() throws {
    let own = members([
      "body": "2", "author": "customer:bob@example.com", "id": "m",
      "at": "2026-11-01T00:00:00.000Z",
    ])
    let document = Fold.document([
      sampleEvent(1, .ticketMessageAdded, Patch(message: members(["body": "1"]))),
      sampleEvent(2, .ticketMessageAdded, Patch(message: own)),
    ])
    #expect(
      document?["messages"]?.array?.map(\.compact) == [
        #"{"id":"01M7W6C3800000000000000001","at":"2026-11-20T10:00:01.000Z","author":"agent:ada","#
          + #""body":"1"}"#,
        #"{"id":"m","at":"2026-11-01T00:00:00.000Z","author":"customer:bob@example.com","body":"2"}"#,
      ])
  }

  @Test("The last message is the latest public one: a note is none, nor one that is older")
  func lastMessage() {
    let events = [
      sampleEvent(1, .ticketMessageAdded, Patch(message: members(["body": "1"]))),
      sampleEvent(
        2, .ticketNoteAdded, Patch(message: members(["body": "2", "is_internal": true]))),
      sampleEvent(
        3, .ticketMessageAdded, Patch(message: members(["at": "2026-11-01T00:00:00.000Z"]))),
    ]
    #expect(Fold.document(events)?["last_message_at"] == "2026-11-20T10:00:01.000Z")
  }

  @Test("Members stand in the order of the format, those of a newer version after them")
  func order() {
    let all = DocumentShape.ticket.filter { !["format", "id", "updated_at", "head"].contains($0) }
    let patch = Patch(set: JSONObject((["new_b", "new_a"] + all.reversed()).map { ($0, 1) }))
    let document = Fold.document([sampleEvent(1, .ticketUpdated, patch)])
    #expect(document?.keys == DocumentShape.ticket + ["new_b", "new_a"])
  }

  @Test("A customer's document is named by the address")
  func customer() {
    let draft = EventDraft(
      .customerCreated, RecordKey(.customer, "bob@example.com"),
      Patch(set: members(["tier": "gold", "name": "Bob"])))
    let document = Fold.document([
      Event(draft, id: EventID(bits: 1), at: sampleTime, by: .system)
    ])
    #expect(document?.keys == ["format", "email", "name", "tier", "updated_at", "head"])
  }

  @Test("An event of a type that nobody knows still folds")
  func unknownType() {
    let event = sampleEvent(1, EventType("ticket.teleported"), Patch(set: members(["to": "Mars"])))
    #expect(brief(Fold.document([event])) == #"{"to":"Mars"}"#)
  }

  @Test("Any order of delivery, with any repeats, gives the same bytes", arguments: 0..<30)
  func anyDelivery(seed: UInt64) throws {
    var random = FilterRandom(state: seed)
    let events = RandomEvents.make(40, &random)
    let bytes = JSON.object(try #require(Fold.document(events))).prettyBytes
    for _ in 0..<5 {
      let again = (0..<10).compactMap { _ in events.randomElement(using: &random) }
      let delivered = (events + again).shuffled(using: &random)
      #expect(Fold.document(delivered).map { JSON.object($0).prettyBytes } == bytes)
    }
  }

  @Test("Adding one event after the other gives what folding all of them gives", arguments: 0..<30)
  func incremental(seed: UInt64) throws {
    var random = FilterRandom(state: seed)
    let events = RandomEvents.make(40, &random)
    var document: JSONObject?
    for (count, event) in zip(1..., events) {
      document = Fold.document(document, adding: event)
      let whole = try #require(Fold.document(Array(events.prefix(count))))
      #expect(document.map { JSON.object($0).prettyBytes } == JSON.object(whole).prettyBytes)
    }
  }

  @Test("A document read back from its bytes goes on as if it had never been written")
  func throughBytes() throws {
    var random = FilterRandom(state: 99)
    var document: JSONObject?
    let events = RandomEvents.make(60, &random)
    for event in events {
      let next = Fold.document(document, adding: event)
      document = try JSONParser.parse(JSON.object(next).prettyBytes).object
    }
    #expect(document == Fold.document(events))
  }
}

/// Makes events of one ticket that step on each other's toes.
enum RandomEvents {
  /// In the order of their ids.
  static func make(_ count: Int, _ random: inout FilterRandom) -> [Event] {
    (1...count).map { number in
      var patch = Patch()
      for _ in 0..<Int.random(in: 0..<4, using: &random) { change(&patch, &random) }
      let type = [.ticketUpdated, EventType("ticket.unheard_of")].randomElement(using: &random)
      return sampleEvent(number, type ?? .ticketUpdated, patch)
    }
  }

  private static func change(_ patch: inout Patch, _ random: inout FilterRandom) {
    let lists = ["tags", "watchers", "deep.list"]
    let fields = ["subject", "status", "s.a", "s.b", "s", "zzz", "fields.x", "fields.y", "tags"]
    let list = lists.randomElement(using: &random) ?? "tags"
    let values: JSON = .array(
      (0..<2).map { _ in .integer(Int64.random(in: 0..<4, using: &random)) })
    switch Int.random(in: 0..<5, using: &random) {
    case 0: patch.add[list] = values
    case 1: patch.remove[list] = values
    case 2:
      patch.message = members([
        "body": .string(RandomJSON.text(&random)),
        "is_internal": .bool(Bool.random(using: &random)),
      ])
    default:
      let value = RandomJSON.value(depth: 2, &random)
      patch.set[fields.randomElement(using: &random) ?? "s"] = value
    }
  }
}
