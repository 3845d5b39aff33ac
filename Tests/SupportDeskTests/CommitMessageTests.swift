import SupportModel
import Testing

@testable import SupportDesk

struct CommitMessageTests {
  private static let tickets = ["261120-k7qx9m", "261120-3fmz2a"].compactMap { TicketID($0) }

  private func event(
    _ type: EventType, _ subject: RecordKey = .ticket(tickets[0]), by actor: Actor = .agent("ada")
  ) -> Event {
    let at = Instant(CivilDate(year: 2026, month: 11, day: 20))
    return Event(EventDraft(type, subject), id: EventID(time: at, chance: 1), at: at, by: actor)
  }

  private func subject(_ events: [Event], _ files: [String] = []) -> String {
    CommitMessage(events: events, files: files).subject
  }

  @Test("One ticket is named, with what happened and by whom")
  func one() {
    #expect(
      subject([event(.ticketMessageAdded), event(.ticketClosed)])
        == "261120-k7qx9m: reply by ada, closed")
    let replies = [
      event(.ticketMessageAdded), event(.ticketMessageAdded, by: .customer("bob@example.com")),
      event(.ticketNoteAdded),
    ]
    #expect(subject(replies) == "261120-k7qx9m: 2 replies, note")
  }

  @Test("Many tickets are counted, and other kinds follow")
  func many() {
    let second = RecordKey.ticket(Self.tickets[1])
    let events = [
      event(.customerCreated, RecordKey(.customer, "bob@example.com")), event(.ticketCreated),
      event(.ticketCreated, second), event(.ticketMessageAdded, second),
      event(.articlePublished, RecordKey(.article, "en/lamps")),
      event(EventType("agent.brought_tea"), RecordKey(.agent, "ben")),
    ]
    #expect(
      subject(events)
        == "2 tickets: 2 new, 1 reply; agent ben: brought tea by ada; …")
    #expect(subject([events[0]]) == "customer: new by ada")
  }

  @Test("Without an event, the files say what it is")
  func files() {
    #expect(subject([], ["tickets/2026/11/20/261120-k7qx9m.json"]) == "Documents folded again")
    let scrubbed = [
      "attachments/ab/abcd", "events/2026/11/20-4kx9.jsonl",
      "tickets/2026/11/20/261120-k7qx9m.json",
    ]
    #expect(subject([], scrubbed) == "Log lines written anew")
    #expect(
      subject([], ["support.json", "kb/en/a.md"]) == "support.json and 1 more changed by hand")
    #expect(subject([]) == "Merge")
  }

  @Test(
    "What strangers wrote is one bounded line, and no address is in it",
    arguments: [
      "# a comment", "two\nlines\r\nand \u{2028} more", "\u{1B}[31mred\u{0}\u{9B}\u{202E}",
      String(repeating: "long ", count: 1000), "Signed-off-by: me\n\n---\ndiff --git",
    ])
  func hostile(text: String) {
    let events = [
      event(.ticketCreated, by: .customer("bob@example.com")),
      event(.customerUpdated, RecordKey(.customer, "bob@example.com"), by: .agent("a\nb")),
      event(EventType("x.\u{1B}\(text)")),
    ]
    let message = CommitMessage(events: events, files: []).text { _ in text }
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 6)
    #expect(lines[0].count <= 72 && lines[1].isEmpty && lines[5].isEmpty)
    #expect(lines.allSatisfy { $0.count <= 160 && !$0.hasPrefix("#") })
    #expect(!message.contains("bob@example.com"))
    let control = message.unicodeScalars.filter {
      $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
    }
    #expect(control.isEmpty)
    let titled = CommitMessage(events: [], files: []).text(title: text) { _ in nil }
    #expect(titled.split(separator: "\n").count == 1 && titled.count <= 73)
  }

  @Test("More events than anybody reads are counted")
  func bounded() {
    let events = Array(repeating: event(.ticketNoteAdded), count: 5000)
    let lines = CommitMessage(events: events, files: []).text { _ in nil }.split(separator: "\n")
    #expect(lines.count == 202)
    #expect(lines.first == "261120-k7qx9m: 5000 notes by ada")
    #expect(lines.last == "and 4800 more")
  }
}
