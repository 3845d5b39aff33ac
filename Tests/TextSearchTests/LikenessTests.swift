import Testing

@testable import TextSearch

/// What is like a text, and which texts are alike.
@Suite("Likeness")
struct LikenessTests {
  private static let articles = [
    ["Reset your password", "Follow the link on the sign-in page, and choose a new password."],
    ["Refunds", "Money comes back to the card within five days."],
    ["Printer offline", "Switch the printer off and on. Error ERR-4012 means that it is cold."],
    ["Opening hours", "The shop is open from nine to five, but not on Sundays."],
    ["Drucker", "Der Drucker ist aus. Bitte schalten Sie ihn ein und warten Sie ein wenig."],
  ]

  private static let index = SearchIndex(
    fields: [.init(name: "title", weight: 3), .init(name: "body")], documents: articles)

  private func found(_ text: String, without names: [String] = []) -> [Int] {
    let likeness = Self.index.query(like: [(text, 1)], without: names)
    return Self.index.search(Self.index.asked(likeness.query), limit: 5)
      .filter { likeness.part($0.score) >= 0.1 }.map(\.document)
  }

  @Test(
    "finds what a text is about, and nothing where nothing fits",
    arguments: [
      ("Hello, I forgot my password. Could you please send a link? Thank you!", [0]),
      ("the money is not on my card", [1]),
      ("ERR-4012!!", [2]),
      ("our printers are offline", [2]),
      ("Unser Drucker ist seit gestern aus, und wir warten.", [4]),
      ("Where can I buy an elephant in the city?", []),
      ("Hello, can you please help me?", []),
      ("the and of it", []),
      ("?!", []),
      ("", []),
    ])
  func likest(text: String, documents: [Int]) { #expect(found(text) == documents) }

  @Test("asks for a few words of a long text, those that tell most")
  func telling() {
    let filler = (0..<2000).map { "filler\($0) page five" }.joined(separator: " ")
    let query = Self.index.query(like: [(filler + " password", 1), ("printer", 3)]).query
    let words = query.text.split(separator: " ")
    #expect(words.count <= 50 && words.contains("printer"))
    #expect(words.filter { $0.hasPrefix("filler") }.isEmpty)
  }

  @Test("does not take names for what is asked")
  func names() {
    #expect(found("printer") == [2])
    #expect(found("printer", without: ["Printer, Bob"]) == [])
  }

  @Test("is the more like a text the more of it is there, from 0 to 1")
  func parts() throws {
    func part(_ text: String) throws -> Double {
      let likeness = Self.index.query(like: [(text, 1)])
      let hit = try #require(Self.index.search(likeness.query, limit: 1).first)
      return likeness.part(hit.score)
    }
    let whole = try part("printer offline")
    let half = try part("printer offline elephants giraffes")
    #expect(whole > 0.5 && whole <= 1 && half < whole * 0.7)
  }

  // MARK: Groups

  private static let tickets =
    (0..<8).map { "The password reset \(["fails", "link is dead", "never came", "mail"][$0 % 4])" }
    + (0..<6).map { "Printer offline \(["again", "in the hall", "on paper"][$0 % 3])" }
    + [
      "Delivery abroad", "Elephants for hire", "Invoice without address", "Opening hours in May",
      "Gift voucher lost", "Two lamps instead of one", "A job at your shop", "Colour of the shade",
      "Switch gets warm", "Parcel left in the rain", "Spare bulbs", "Cable too short",
    ]

  private func vectors(_ texts: [String]) throws -> TextVectors {
    var writer = TextSegmentWriter(fields: [.init(name: "text")])
    for text in texts { writer.add([text]) }
    let segments = TextSegments(
      [try TextSegment(TextInMemory(writer.bytes()))], fields: [.init(name: "text")])
    let places = [(0..<texts.count).map { Int32($0) }]
    return try TextVectors(segments, places: places, count: texts.count) { _ in [] }
  }

  @Test("groups what is alike, and leaves the rest alone")
  func groups() throws {
    let groups = TextGroups(of: try vectors(Self.tickets), among: 0..<Self.tickets.count)
    #expect(groups.groups.map { $0.map(\.document).sorted() } == [Array(0..<8), Array(8..<14)])
    let names = TextGroupNames(of: groups, among: Self.tickets.count)
    let labels = groups.groups.enumerated().map { number, members in
      names.name(ofGroup: number, texts: members.map { Self.tickets[$0.document] }).label
    }
    #expect(labels == ["password reset", "printer offline"])
  }

  @Test("counts what else belongs to the groups")
  func counts() throws {
    let others = ["Reset of my password", "Printer offline, still", "A zoo", "Printer is offline"]
    let vectors = try vectors(Self.tickets + others)
    let groups = TextGroups(of: vectors, among: 0..<Self.tickets.count)
    let end = Self.tickets.count
    #expect(groups.counts(of: end..<end + others.count) == [1, 2])
  }

  @Test("makes no groups of nothing, and of texts without words")
  func nothing() throws {
    #expect(TextGroups(of: try vectors([]), among: 0..<0).groups.isEmpty)
    let bare = try vectors(["", "?", "the", "1 2 3"])
    #expect(TextGroups(of: bare, among: 0..<4).groups.isEmpty)
  }
}
