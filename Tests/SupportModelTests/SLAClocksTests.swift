import Testing

@testable import SupportModel

/// Targets of `normal`: 4h, 2h, 48h; of `urgent`: 1h, 30m, 8h.
struct SLAClocksTests {
  @Test(
    "First response: until a human agent says something public",
    arguments: [
      ("10:00 normal", "11:00", "running after 1h, due 14:00"),
      ("10:00 normal", "14:00", "running after 4h, due 14:00"),
      ("10:00 normal", "14:01", "breached after 4h 1m, due 14:00"),
      ("10:00 normal, 11:00 replies", "20:00", "met after 1h, due 14:00"),
      ("10:00 normal, 14:00 replies", "20:00", "met after 4h, due 14:00"),
      ("10:00 normal, 15:00 replies", "20:00", "breached after 5h, due 14:00"),
      (
        "10:00 normal, 10:30 notes, 10:40 robot, 10:50 model", "11:00",
        "running after 1h, due 14:00"
      ),
      ("10:00 normal, 10:30 in_progress, 10:40 asks", "11:00", "running after 1h, due 14:00"),
      // A pause does not stop it.
      ("10:00 normal, 10:30 pending", "15:00", "breached after 5h, due 14:00"),
      // Done without an answer: nothing is owed any more.
      ("10:00 normal, 11:00 cancelled", "20:00", "met after 1h, due 14:00"),
      ("10:00 normal, 15:00 closed", "20:00", "breached after 5h, due 14:00"),
      // ... until it is reopened, with what was left.
      ("10:00 normal, 11:00 closed, 20:00 open", "21:00", "running after 2h, due 23:00"),
      ("10:00 normal, 11:00 closed, 20:00 open, 22:00 replies", "25:00", "met after 3h, due 23:00"),
      ("10:00 internal", "11:00", "none"), ("10:00 low", "11:00", "none"),
    ])
  func firstResponse(story: String, now: String, expected: String) throws {
    #expect(try summary(SLAStory(story).clocks(now).firstResponse) == expected)
  }

  @Test(
    "Next response: from the earliest unanswered message of the customer",
    arguments: [
      ("10:00 normal, 10:30 asks", "11:00", "none"),
      ("10:00 normal, 11:00 replies", "20:00", "none"),
      ("10:00 normal, 11:00 replies, 12:00 asks", "13:00", "running after 1h, due 14:00"),
      (
        "10:00 normal, 11:00 replies, 12:00 asks, 13:00 asks", "13:30",
        "running after 1h 30m, due 14:00"
      ),
      (
        "10:00 normal, 11:00 replies, 12:00 asks, 12:30 notes", "15:00",
        "breached after 3h, due 14:00"
      ),
      ("10:00 normal, 11:00 replies, 12:00 asks, 13:00 replies", "20:00", "none"),
      (
        "10:00 normal, 11:00 replies, 12:00 asks, 13:00 replies, 15:00 asks", "16:00",
        "running after 1h, due 17:00"
      ),
      // A pause stops it.
      ("10:00 normal, 11:00 replies, 12:00 asks, 13:00 on_hold", "20:00", "paused after 1h"),
      (
        "10:00 normal, 11:00 replies, 12:00 asks, 13:00 on_hold, 18:00 open", "18:30",
        "running after 1h 30m, due 19:00"
      ),
      // Being done settles the question; a new message asks a new one, reopening alone does not.
      ("10:00 normal, 11:00 replies, 12:00 asks, 13:00 resolved", "20:00", "none"),
      (
        "10:00 normal, 11:00 replies, 12:00 asks, 13:00 resolved, 18:00 open, 18:00 asks", "19:00",
        "running after 1h, due 20:00"
      ),
      (
        "10:00 normal, 11:00 replies, 12:00 asks, 13:00 resolved, 18:00 open", "18:30",
        "running after 1h 30m, due 19:00"
      ),
      ("10:00 normal, 11:00 replies, 12:00 closed, 13:00 asks", "14:00", "none"),
    ])
  func nextResponse(story: String, now: String, expected: String) throws {
    #expect(try summary(SLAStory(story).clocks(now).nextResponse) == expected)
  }

  @Test(
    "Resolution: until done, without pauses and without the time it was done before",
    arguments: [
      ("10:00 normal, 12:00 replies", "13:00", "running after 3h, due 58:00"),
      ("10:00 normal, 30:00 resolved, 40:00 closed", "99:00", "met after 20h, due 58:00"),
      ("10:00 normal, 59:00 resolved", "99:00", "breached after 2d 1h, due 58:00"),
      ("10:00 normal, 12:00 pending", "30:00", "paused after 2h"),
      (
        "10:00 normal, 12:00 pending, 14:00 on_hold, 15:00 open", "16:00",
        "running after 3h, due 61:00"
      ),
      ("10:00 normal, 12:00 pending, 15:00 resolved", "16:00", "met after 2h, due 61:00"),
      ("10:00 normal, 60:00 pending", "70:00", "breached after 2d 2h, due 58:00"),
      // Used up by the pause to the minute: it breaks when the pause ends.
      ("10:00 normal, 58:00 pending", "70:00", "paused after 2d"),
      ("10:00 normal, 58:00 pending, 70:00 open", "70:01", "breached after 2d, due 70:00"),
      ("10:00 normal, 12:00 resolved, 20:00 open", "21:00", "running after 3h, due 66:00"),
      (
        "10:00 normal, 12:00 resolved, 20:00 open, 21:00 closed, 30:00 open", "31:00",
        "running after 4h, due 75:00"
      ),
      (
        "10:00 normal, 12:00 resolved, 20:00 open, 21:00 closed, 30:00 open, 32:00 resolved",
        "99:00", "met after 5h, due 75:00"
      ),
      ("10:00 internal", "11:00", "running after 1h, due 58:00"),
      ("10:00 normal, 10:00 closed", "11:00", "met after 0s, due 58:00"),
      // Another priority: targets anew from the start, pauses kept.
      ("10:00 normal, 12:00 pending, 14:00 urgent", "15:00", "paused after 2h"),
      (
        "10:00 normal, 12:00 pending, 14:00 urgent, 16:00 open", "17:00",
        "running after 3h, due 22:00"
      ),
      ("10:00 normal, 19:00 urgent", "19:00", "breached after 9h, due 18:00"),
    ])
  func resolution(story: String, now: String, expected: String) throws {
    #expect(try summary(SLAStory(story).clocks(now).resolution) == expected)
  }

  @Test("Pauses are told with their status")
  func pauses() throws {
    let clock = try SLAStory(
      "10:00 normal, 12:00 pending, 14:00 resolved, 15:00 open, 16:00 on_hold"
    )
    .clocks("17:00").resolution
    #expect(
      clock?.pauses == [
        StatusStay("pending", from: try clockTime("12:00"), to: try clockTime("14:00")),
        StatusStay("resolved", from: try clockTime("14:00"), to: try clockTime("15:00")),
        StatusStay("on_hold", from: try clockTime("16:00")),
      ])
    #expect(clock.map { $0.target - $0.elapsed } == .hours(45))
  }

  @Test("A policy may pause the first response, and choose the statuses that pause")
  func policyPauses() throws {
    var policy = SLAPolicy.test
    policy.pausesFirstResponse = true
    let story = try SLAStory("10:00 normal, 11:00 pending")
    #expect(try summary(story.clocks("20:00", policy).firstResponse) == "paused after 1h")
    policy.pauseIn = ["on_hold"]
    #expect(
      try summary(story.clocks("20:00", policy).resolution) == "running after 10h, due 58:00")
  }

  @Test("The ticket is due with its earliest open clock, and overdue while something owed is late")
  func wholeTicket() throws {
    let waiting = try SLAStory("10:00 normal, 15:00 replies, 16:00 asks").clocks("17:00")
    #expect(waiting.dueAt.map(clockText) == "18:00")
    #expect(!waiting.isOverdue)
    let late = try SLAStory("10:00 normal").clocks("15:00")
    #expect(late.dueAt.map(clockText) == "14:00")
    #expect(late.isOverdue)
    let done = try SLAStory("10:00 normal, 15:00 replies, 99:00 resolved").clocks("99:00")
    #expect(done.dueAt == nil && !done.isOverdue && done.isDone)
  }
}
