import Testing

@testable import SupportModel

struct NamesTests {
  private static func settings() throws -> DeskSettings {
    let text = """
      {"format": 1,
       "statuses": [
         {"code": "new", "phase": "active"}, {"code": "open", "phase": "active"},
         {"code": "Waiting-Part", "phase": "waiting", "aliases": ["On-Order"]},
         {"code": "resolved", "phase": "done"}, {"code": "closed", "phase": "done"}],
       "priorities": [
         {"code": "normal"}, {"code": "Very-High", "aliases": ["P-1"]}]}
      """
    return try DeskSettings(file: "support.json", bytes: Array(text.utf8))
  }

  @Test(
    "A desk's own statuses are found in any case, with - for _",
    arguments: ["Waiting-Part", "waiting_part", "WAITING-PART", "on-order", "ON_ORDER"])
  func status(_ word: String) throws {
    #expect(try Self.settings().lifecycle.find(word)?.code == "Waiting-Part")
  }

  @Test(
    "So are its priorities", arguments: ["Very-High", "very_high", "very-high", "p_1", "P-1"])
  func priority(_ word: String) throws {
    #expect(try Self.settings().priorities.find(word)?.code == "Very-High")
  }

  @Test(
    "Filters find tickets by them",
    arguments: ["status:waiting_part", "status:on-order", "priority:very-high", "priority:>=p-1"])
  func filters(_ text: String) throws {
    let context = FilterContext(
      settings: try Self.settings(), now: sampleTime, person: Person(.system))
    let ticket = try #require(
      Ticket(
        JSONObject([
          ("id", .string(storyID.description)), ("status", "Waiting-Part"),
          ("priority", "Very-High"),
        ])))
    #expect(try Filter.parse(text, context).matches(FilterSubject(ticket)))
  }
}

struct TimelineTests {
  @Test("Two moves to one status within a millisecond both stand in the timeline")
  func distinct() throws {
    let acting = Acting(
      Person(.system), DeskSettings(), at: sampleTime, customers: { _ in nil })
    var ticket = try #require(try Scene("bob open").ticket)
    for (number, status) in ["open", "pending", "open", "pending", "open"].enumerated() {
      let draft = try ticket.change(status: status, acting)
      let event = Event(
        draft, id: EventID(bits: UInt128(number + 100)), at: sampleTime, by: .system)
      ticket = try #require(Ticket(Fold.document(ticket.document, adding: event)))
    }
    #expect(ticket.timeline.map(\.status) == ["new", "open", "pending", "open", "pending", "open"])
    #expect(Set(ticket.timeline.map { "\($0.status) \($0.at)" }).count == 6)
  }

  @Test("An entry that a merge lost to an equal one counts from its own time, not the last change")
  func equalEntries() throws {
    let at = JSON.string(sampleTime.description)
    func entry(_ status: JSON) -> JSON {
      .object(JSONObject([("status", status), ("at", at)]))
    }
    let ticket = try #require(
      Ticket(
        JSONObject([
          ("id", .string(storyID.description)), ("status", "open"), ("created_at", at),
          ("updated_at", .string((sampleTime + .day).description)),
          ("statuses", .array([entry("new"), entry("open"), entry("pending")])),
        ])))
    let history = StatusHistory(
      ticket, now: sampleTime + .day, lifecycle: DeskSettings().lifecycle)
    #expect(history.stays.last == StatusStay("open", from: sampleTime))
  }
}

struct ArticleRulesTests {
  private let limits = DeskSettings().limits

  @Test("An article with a NUL byte or beyond the size of a message is refused")
  func refused() throws {
    var article = Article(language: "en", slug: "a", title: "A", body: "Text\n")
    try article.requireLegal(limits)
    article.body = "a\0b"
    #expect(throws: Refusal.holdsNUL(field: "article")) { try article.requireLegal(limits) }
    article.body = String(repeating: "x", count: limits.messageSize + 1)
    #expect(
      throws: Refusal.tooLong(
        field: "article", limit: limits.messageSize, actual: limits.messageSize + 1, unit: "bytes")
    ) { try article.requireLegal(limits) }
    article.body = ""
    article.title = "a\0"
    #expect(throws: Refusal.holdsNUL(field: "title")) { try article.requireLegal(limits) }
  }
}
