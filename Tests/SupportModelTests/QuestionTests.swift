import Testing

@testable import SupportModel

/// What somebody asks, and the reply that solved it.
@Suite("Questions and solutions")
struct QuestionTests {
  @Test(
    "One's own text is what is neither quoted nor a signature nor a form's remark",
    arguments: [
      ("It fails.", "It fails."),
      ("Still no.\n\nOn Friday Ada wrote:\n> Try again.\n> Please.\n", "Still no.\n\n"),
      ("Still no.\r\n> Try again.\r\nReally.", "Still no.\nReally."),
      ("Yes: it is so.\n> Is it?", "Yes: it is so."),
      ("It fails.\n-- \nBob\nof Example", "It fails."),
      ("It fails.\n----- Original Message -----\nFrom: Ada", "It fails."),
      ("A title\n-----------\nIt fails.", "A title\n-----------\nIt fails."),
      ("<!-- What is wrong? -->It fails.", "It fails."),
      ("It fails. <!-- and never ends", "It fails. "),
      ("> nothing but a quote", ""),
      ("", ""),
    ])
  func ownText(body: String, own: String) { #expect(OwnText.of(body) == own) }

  private static func ticket(_ members: String, messages: String) throws -> Ticket {
    let text = """
      {"id":"261120-k7qx9m","subject":"Cannot sign in","customer":"bob@example.com",\(members)
       "messages":[\(messages)]}
      """
    return try #require(try JSONParser.parse(text).object.flatMap(Ticket.init))
  }

  private static func message(
    _ body: String, by author: String, at minute: Int, isInternal: Bool = false
  ) -> String {
    let direction = author.hasPrefix("customer") ? "inbound" : "outbound"
    return """
      {"at":"2026-11-20T10:\(padded(minute, to: 2)):00.000Z","author":"\(author)","author_name":"Bob Li",
       "direction":"\(direction)","is_internal":\(isInternal),"body":"\(body)"}
      """
  }

  @Test("A ticket asks what its customer says, and the subject and the opening count more")
  func asks() throws {
    let ticket = try Self.ticket(
      "",
      messages: [
        Self.message("The link is dead.", by: "customer:bob@example.com", at: 0),
        Self.message("He always asks.", by: "agent:ada", at: 1, isInternal: true),
        Self.message("Take another one.", by: "agent:ada", at: 2),
        Self.message("Dead, too.", by: "customer:bob@example.com", at: 3),
      ].joined(separator: ","))
    let question = Question(ticket)
    #expect(question.parts.map(\.text) == ["Cannot sign in", "The link is dead.", "Dead, too."])
    #expect(question.parts.map(\.weight) == [3, 2, 1])
    #expect(question.names.contains("bob@example.com"))
  }

  private static let answer =
    "Please open the settings, choose Network, and type the address again: the update forgets it. "
    + "Then switch the printer off and on."

  @Test(
    "The desk's last public reply before it was resolved is the solution, but for a farewell",
    arguments: [
      (["agent:ada", answer], answer),
      (["agent:ada", answer, "customer:bob@example.com", "Thanks!", "agent:ada", "Bye."], answer),
      (["agent:ada", "Try again.", "agent:ada", "Once more."], "Once more."),
      (["customer:bob@example.com", "Never mind."], nil),
      (["agent:ada internal", answer], nil),
      (["ai", answer], nil),
    ] as [([String], String?)])
  func solution(said: [String], solution: String?) throws {
    let messages = stride(from: 0, to: said.count, by: 2).map { place in
      let words = said[place].split(separator: " ")
      return Self.message(
        said[place + 1], by: String(words[0]), at: place, isInternal: words.count > 1)
    }
    let late = Self.message(Self.answer + " Late.", by: "agent:ada", at: 50)
    let all = (messages + [late]).joined(separator: ",")
    let done = try Self.ticket(
      "\"status\":\"closed\",\"resolved_at\":\"2026-11-20T10:30:00.000Z\",", messages: all)
    #expect(done.solution(.standard)?.body == solution)
    let open = try Self.ticket("\"status\":\"open\",", messages: all)
    #expect(open.solution(.standard) == nil)
  }

  @Test("The period before is as long, and ends where this one begins")
  func periods() {
    let day = Instant(CivilDate(year: 2026, month: 11, day: 20))
    let period = ClosedPeriod(since: day - .day, until: day)
    #expect(period.before == ClosedPeriod(since: day - .day - .day, until: day - .day))
    #expect(
      period.covers(day - .day) && !period.covers(day) && period.before.covers(day - .day - .day))
    #expect(period.withBefore == SLAPeriod(since: day - .day - .day, until: day))
  }
}
