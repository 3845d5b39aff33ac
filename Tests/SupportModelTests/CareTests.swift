import Testing

@testable import SupportModel

@Suite("What is due about tickets that nobody works on")
struct CareTests {
  /// What the jobs do about a ticket told as an `SLAStory`, at a time.
  private func due(
    _ story: String, _ now: String, _ more: [String: JSON] = [:],
    _ adjust: (inout CareSettings) -> Void = { _ in }
  ) throws -> [String] {
    var settings = DeskSettings()
    adjust(&settings.care)
    var document = try SLAStory(story).ticket.document
    for (key, value) in more { document.set(value, at: key) }
    let ticket = try #require(Ticket(document))
    let acting = Acting(
      Person(.system), settings, at: try clockTime(now), customers: { _ in nil })
    let drafts = [
      try ticket.autoclose(acting), ticket.wake(acting),
      ticket.noteUnanswered(after: settings.care.unansweredAfter, acting),
      ticket.askSurvey(acting),
    ]
    return drafts.compactMap { $0?.type.description }
  }

  @Test(
    "A reminder is due after five days in which the customer says nothing to an agent",
    arguments: [
      ("10:00 normal, 11:00 replies, 11:00 pending", "130:59", []),
      ("10:00 normal, 11:00 replies, 11:00 pending", "131:00", ["ticket.autoclose.warned"]),
      // From when the desk began to wait, if that was later.
      ("10:00 normal, 11:00 replies, 12:00 pending", "131:00", []),
      // Nobody waits for the customer.
      ("10:00 normal, 11:00 replies", "131:00", []),
      ("10:00 normal, 11:00 pending", "131:00", ["ticket.unanswered"]),
      ("10:00 internal, 11:00 replies, 11:00 pending", "131:00", []),
      // The desk's own words and notes are no silence broken.
      (
        "10:00 normal, 11:00 replies, 11:00 pending, 50:00 robot, 60:00 notes", "131:00",
        ["ticket.autoclose.warned"]
      ),
      (
        "10:00 normal, 11:00 replies, 11:00 pending, 50:00 asks", "131:00",
        ["ticket.woken", "ticket.unanswered"]
      ),
    ] as [(String, String, [String])])
  func reminder(story: String, now: String, expected: [String]) throws {
    #expect(try due(story, now) == expected)
  }

  @Test(
    "Closing is due after seven days, and two after the reminder",
    arguments: [
      ("131:00", "178:59", []), ("131:00", "179:00", ["ticket.closed"]),
      // The reminder came late.
      ("150:00", "197:59", []), ("150:00", "198:00", ["ticket.closed"]),
      // It was about an earlier silence.
      ("10:30", "179:00", ["ticket.autoclose.warned"]),
    ])
  func closing(warned: String, now: String, expected: [String]) throws {
    let warned = JSON.string(try clockTime(warned).description)
    let story = "10:00 normal, 11:00 replies, 11:00 pending"
    #expect(try due(story, now, ["care.warned_at": warned]) == expected)
  }

  @Test("Without a reminder it is closed at once; what rests until a time is let be")
  func never() throws {
    let story = "10:00 normal, 11:00 replies, 11:00 pending"
    #expect(try due(story, "179:00") { $0.warnAfter = nil } == ["ticket.closed"])
    let later = JSON.string(try clockTime("500:00").description)
    #expect(try due(story, "179:00", ["pending_until": later]) == [])
    // The jobs may run in any order: what rested until now is not closed before it wakes.
    let past = JSON.string(try clockTime("170:00").description)
    #expect(try due(story, "179:00", ["pending_until": past]) == ["ticket.woken"])
    #expect(
      try due(story, "179:00", ["pending_until": past]) { $0.warnAfter = nil } == ["ticket.woken"])
  }

  @Test("A ticket wakes at its time, unless it is done")
  func wake() throws {
    let until = JSON.string(try clockTime("20:00").description)
    let story = "10:00 normal, 11:00 replies, 11:00 pending"
    #expect(try due(story, "19:59", ["pending_until": until]) == [])
    #expect(try due(story, "20:00", ["pending_until": until]) == ["ticket.woken"])
    #expect(try due(story + ", 12:00 closed", "20:00", ["pending_until": until]) == [])
  }

  @Test(
    "A question that comes to a ticket while it waits for the customer wakes it",
    arguments: [
      ("10:00 normal, 11:00 replies, 11:00 pending, 11:10 asks", ["ticket.woken"]),
      // Somebody decided to answer later.
      ("10:00 normal, 10:30 pending", []),
      ("10:00 normal, 10:30 pending, 11:00 asks", ["ticket.woken"]),
      ("10:00 normal, 10:30 pending, 11:00 asks, 11:10 replies", []),
      // Nobody waits for the customer there.
      ("10:00 normal, 11:00 replies, 11:00 on_hold, 11:10 asks", []),
      ("10:00 normal, 11:00 replies, 11:00 resolved, 11:10 asks", []),
    ])
  func overheard(story: String, expected: [String]) throws {
    #expect(try due(story, "11:30") == expected)
    let later = JSON.string(try clockTime("500:00").description)
    #expect(try due(story, "11:30", ["pending_until": later]) == expected)
  }

  @Test("What is due at a moment is looked at in that moment")
  func moment() throws {
    var document = try SLAStory("10:00 normal, 11:00 replies, 11:00 pending").ticket.document
    document["last_message_at"] = .string(try clockTime("11:00").description)
    let ticket = try #require(Ticket(document))
    let care = CareSettings()
    for (hour, isIdle) in [("58:59", false), ("59:00", true)] {
      let filter = Filter.idle(care, at: try clockTime(hour))
      #expect(filter.matches(FilterSubject(ticket)) == isIdle)
    }
  }

  @Test("Each wait for an answer is told of once, from its earliest question")
  func unanswered() throws {
    let asked = JSON.string(try clockTime("10:00").description)
    #expect(try due("10:00 normal, 13:00 asks", "13:59") == [])
    #expect(try due("10:00 normal, 13:00 asks", "14:00") == ["ticket.unanswered"])
    #expect(
      try due("10:00 normal, 13:00 asks", "20:00", ["care.unanswered_at": asked]) == [])
    #expect(
      try due("10:00 normal, 13:00 replies, 14:00 asks", "18:00", ["care.unanswered_at": asked])
        == ["ticket.unanswered"])
    #expect(try due("10:00 normal, 11:00 resolved", "20:00") == [])
  }

  @Test("A customer is asked a day after closing, once, and not about long ago")
  func survey() throws {
    let closed = ["closed_at": JSON.string(try clockTime("12:00").description)]
    let story = "10:00 normal, 11:00 replies, 12:00 closed"
    #expect(try due(story, "35:59", closed) == [])
    #expect(try due(story, "36:00", closed) == ["ticket.survey.asked"])
    #expect(try due(story, "180:00", closed) == [])
    let asked = closed.merging(["care.survey_at": "2026-11-21T12:00:00.000Z"]) { $1 }
    #expect(try due(story, "37:00", asked) == [])
    #expect(try due(story, "37:00", closed.merging(["satisfaction.rating": 4]) { $1 }) == [])
    #expect(try due(story, "37:00", closed.merging(["erased": true]) { $1 }) == [])
  }

  @Test(
    "Time that was spent is read with its unit",
    arguments: [
      ("15m", 900), ("1h30m", 5400), ("-5m", -300), ("24h", 86_400), ("15", nil), ("0m", nil),
      ("-", nil), ("", nil), ("25h", nil), ("--5m", nil), ("5 m", nil), ("h", nil),
    ] as [(String, Int?)])
  func spent(text: String, seconds: Int?) {
    #expect(TimeSpent.parse(text)?.seconds == seconds)
  }
}
