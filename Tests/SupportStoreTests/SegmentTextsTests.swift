import Platform
import SupportModel
import Testing

@testable import SupportStore

@Suite("The full text of a segment in several files")
struct SegmentTextsTests {
  private let desk: TestDesk
  private let snapshot: Snapshot
  private let segment: IndexManifest.Segment
  private var folder: IndexFolder { IndexFolder(desk.layout) }
  private static let judge = ClockJudge(readsTime: false, readsCustomers: false) { _ in nil }

  /// 150 tickets, with the text of 64 in a file.
  init() throws {
    desk = try TestDesk()
    var transaction = try desk.transaction()
    for number in 0..<150 {
      let id = try transaction.freshTicketID()
      let subject = number % 7 == 0 ? "kettle \(number)" : "lamp \(number)"
      let set = JSONObject([("subject", .string(subject)), ("status", "new")])
      let message = JSONObject([("body", .string("broken\(number % 10)"))])
      try transaction.record(
        EventDraft(.ticketCreated, .ticket(id), Patch(set: set, message: message)),
        by: .agent("ada"))
    }
    #expect(try transaction.commit() == nil)
    snapshot = try desk.store.snapshot()
    let folder = IndexFolder(desk.layout)
    try FileSystem.makeFolder(folder.path)
    var writer = SegmentWriter(folder, textCount: 64)
    for ticket in try snapshot.tickets() { try writer.add(ticket, nil) }
    segment = try #require(try writer.write())
    #expect(segment.texts.count == 3)
  }

  private var index: TicketIndex {
    TicketIndex(
      segments: [ClosedSegment(segment, folder)], changed: [],
      newerTickets: NewerTickets([], snapshot),
      lines: nil, now: TestDesk.start, snapshot: snapshot, judge: Self.judge,
      standing: { _ in nil },
      agenda: KeptAgenda(folder, nil), turns: KeptTurns(folder, nil, since: []))
  }

  private func query(_ text: String) throws -> TicketQuery {
    let settings = try desk.store.settings
    let context = FilterContext(
      settings: settings, now: TestDesk.start, person: Person(.system))
    return TicketQuery(try Filter.parse(text, context), settings, looksAtAll: false) {
      FilterSubject($0)
    }
  }

  @Test(
    "A search finds in each what it finds in the tickets themselves",
    arguments: ["kettle", "lamp broken3", "\"kettle 77\"", "lam*", "kettle subject:1", "kettel"])
  func search(text: String) throws {
    let query = try query(text)
    var rest = query
    rest.filter = query.filter.parted.rest
    let tickets = try snapshot.tickets().filter { rest.found($0) != nil }
    let found = try index.search(query, limit: 200)
    let expected = try snapshot.search(query, limit: 200, among: tickets)
    #expect(found.hits.map(\.ticket.id).sorted() == expected.hits.map(\.ticket.id).sorted())
    #expect(found.suggestion == expected.suggestion)
    #expect(found.total == expected.total)
  }

  @Test("A filter by words looks at all of them")
  func words() throws {
    let all = try snapshot.tickets()
    for text in ["kettle", "roken3", "lamp 149", "nothing"] {
      let query = try query(text)
      let expected = all.filter { query.found($0) != nil }.map(\.id).sorted()
      #expect(try index.ids(query) == expected)
      #expect(try index.candidates(query) == expected)
    }
  }

  @Test("A text that is of other tickets is noticed")
  func damage() throws {
    var hurt = segment
    hurt.texts.removeLast()
    for texts in [hurt.texts, segment.texts.reversed(), segment.texts + segment.texts] {
      hurt.texts = texts
      #expect(throws: IndexDamage.self) {
        try ClosedSegment(hurt, folder).open().searchTexts()
      }
    }
  }
}
