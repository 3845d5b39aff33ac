import Testing

@testable import SupportModel

/// What the clocks show, as one would tell it: a story in a line, and its three clocks at an instant.
///
/// The office is open from 9 to 17 from Monday to Friday, and closed on Tuesday, a holiday. It
/// promises for `normal` 4h, 2h and 16h; for `urgent` 1h, 30m and 8h.
struct SLASpecificationTests {
  @Test(
    "A ticket that came while nobody is there is answered in the time of the next opening",
    arguments: [
      (
        "Fri 18:00 normal", "Mon 10:00", "running after 1h, due Mon 13:00", "none",
        "running after 1h, due Wed 17:00"
      ),
      (
        "Fri 15:00 normal", "Mon 10:00", "running after 3h, due Mon 11:00", "none",
        "running after 3h, due Wed 15:00"
      ),
      // An answer outside hours takes no time at all.
      (
        "Sat 12:00 normal, Sun 12:00 replies", "Mon 09:30", "met after 0s, due Mon 13:00", "none",
        "running after 30m, due Wed 17:00"
      ),
      // What is used up at closing was due then, and the next morning is late.
      (
        "Mon 13:00 normal, Wed 09:00 replies", "Wed 10:00", "breached after 4h, due Mon 17:00",
        "none", "running after 5h, due Thu 13:00"
      ),
    ])
  func hours(story: String, now: String, first: String, next: String, resolution: String) throws {
    try expect(story, now, first, next, resolution)
  }

  @Test(
    "A pause costs only the working time in it",
    arguments: [
      // Over a weekend, a holiday, and one that is all in a weekend.
      (
        "Fri 10:00 normal, Fri 11:00 replies, Fri 16:00 pending, Mon 10:00 open", "Mon 11:00",
        "met after 1h, due Fri 14:00", "none", "running after 7h, due Wed 12:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 16:00 on_hold, Wed 10:00 open", "Wed 11:00",
        "met after 1h, due Mon 13:00", "none", "running after 8h, due Thu 11:00"
      ),
      (
        "Fri 16:00 normal, Fri 16:30 replies, Sat 10:00 pending, Sun 10:00 open", "Mon 10:00",
        "met after 30m, due Mon 12:00", "none", "running after 2h, due Wed 16:00"
      ),
      // Two pauses side by side are one, and a night between two is no working time.
      (
        "Wed 09:00 normal, Wed 10:00 replies, Wed 11:00 pending, Wed 15:00 on_hold, Thu 10:00 open",
        "Thu 11:00", "met after 1h, due Wed 13:00", "none", "running after 3h, due Fri2 16:00"
      ),
      // What the customer asks during a pause waits for its end.
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 10:00 on_hold, Mon 11:00 asks, Wed 09:00 open",
        "Wed 10:00", "met after 1h, due Mon 13:00", "running after 1h, due Wed 11:00",
        "running after 2h, due Thu 16:00"
      ),
      // A pause that goes on.
      (
        "Mon 09:00 normal, Mon 11:00 pending", "Wed 12:00", "breached after 11h, due Mon 13:00",
        "none", "paused after 2h"
      ),
      // While paused it became urgent: the new target from the start, what was used is kept.
      (
        "Fri 09:00 normal, Fri 10:00 replies, Fri 12:00 pending, Sat 10:00 urgent", "Sun 10:00",
        "met after 1h, due Fri 10:00", "none", "paused after 3h"
      ),
      (
        "Fri 09:00 normal, Fri 10:00 replies, Fri 12:00 pending, Sat 10:00 urgent, Mon 09:00 open",
        "Mon 10:00", "met after 1h, due Fri 10:00", "none", "running after 4h, due Mon 14:00"
      ),
    ])
  func pauses(story: String, now: String, first: String, next: String, resolution: String) throws {
    try expect(story, now, first, next, resolution)
  }

  @Test(
    "Reopening goes on with what was left",
    arguments: [
      (
        """
        Mon 09:00 normal, Mon 10:00 replies, Mon 11:00 resolved, Mon 13:00 open, Mon 14:00 closed, \
        Wed 09:00 open
        """, "Wed 10:00", "met after 1h, due Mon 13:00", "none", "running after 4h, due Thu 14:00"
      ),
      // Done without an answer, and reopened: the answer is owed again.
      (
        "Mon 09:00 normal, Mon 10:00 closed, Wed 09:00 open", "Wed 10:00",
        "running after 2h, due Wed 12:00", "none", "running after 2h, due Thu 16:00"
      ),
    ])
  func reopened(story: String, now: String, first: String, next: String, resolution: String) throws
  {
    try expect(story, now, first, next, resolution)
  }

  @Test(
    "Only what a human agent says in public answers, whoever of them it is",
    arguments: [
      (
        "Mon 09:00 normal, Mon 10:00 robot, Mon 10:20 model, Mon 10:40 notes", "Mon 11:00",
        "running after 2h, due Mon 13:00", "none", "running after 2h, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 assigns", "Mon 11:00", "running after 2h, due Mon 13:00",
        "none", "running after 2h, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 assigns, Mon 11:00 replies, Mon 12:00 asks, Mon 13:00 assigns",
        "Mon 13:30", "met after 2h, due Mon 13:00", "running after 1h 30m, due Mon 14:00",
        "running after 4h 30m, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 11:00 asks, Mon 12:00 ben-replies", "Mon 13:00",
        "met after 1h, due Mon 13:00", "none", "running after 4h, due Wed 17:00"
      ),
      // The customer waits since the first of several messages.
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 11:00 asks, Mon 12:00 asks, Mon 12:30 asks",
        "Mon 12:40", "met after 1h, due Mon 13:00", "running after 1h 40m, due Mon 13:00",
        "running after 3h 40m, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 22:00 asks", "Wed 10:00",
        "met after 1h, due Mon 13:00", "running after 1h, due Wed 11:00",
        "running after 9h, due Wed 17:00"
      ),
    ])
  func answers(story: String, now: String, first: String, next: String, resolution: String) throws {
    try expect(story, now, first, next, resolution)
  }

  @Test(
    "Merged: the clocks of the one stop, the other keeps the earliest unanswered question",
    arguments: [
      // Merging closes a ticket.
      (
        "Mon 09:00 normal, Mon 10:00 closed", "Wed 12:00", "met after 1h, due Mon 13:00", "none",
        "met after 1h, due Wed 17:00"
      ),
      // It brings a question that is older than the ticket.
      (
        "Mon 11:00 normal, Mon 12:00 brings Mon 09:00 asks", "Mon 12:30",
        "running after 3h 30m, due Mon 13:00", "none", "running after 1h 30m, due Thu 11:00"
      ),
      (
        "Mon 11:00 normal, Mon 12:00 brings Mon 09:00 asks, Mon 12:30 replies", "Mon 16:00",
        "met after 3h 30m, due Mon 13:00", "none", "running after 5h, due Thu 11:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 replies, Mon 12:00 brings Mon 11:00 asks", "Mon 12:30",
        "met after 1h, due Mon 13:00", "running after 1h 30m, due Mon 13:00",
        "running after 3h 30m, due Wed 17:00"
      ),
      // What was said here in the meantime was no answer to it.
      (
        "Mon 09:00 normal, Mon 11:00 replies, Mon 12:00 brings Mon 10:00 asks", "Mon 12:30",
        "met after 2h, due Mon 13:00", "breached after 2h 30m, due Mon 12:00",
        "running after 3h 30m, due Wed 17:00"
      ),
      // Of two questions the earlier one counts, wherever it was asked.
      (
        """
        Mon 09:00 normal, Mon 10:00 replies, Mon 11:30 asks, Mon 12:00 brings Mon 11:00 asks, \
        Mon 12:00 brings Mon 11:15 asks, Mon 12:10 asks
        """, "Mon 12:30", "met after 1h, due Mon 13:00", "running after 1h 30m, due Mon 13:00",
        "running after 3h 30m, due Wed 17:00"
      ),
      // A question that was answered there is none here, and that answer answers nothing here.
      (
        """
        Mon 09:00 normal, Mon 10:00 replies, Mon 13:00 brings Mon 11:00 asks, \
        Mon 13:00 brings Mon 12:00 replies
        """, "Mon 13:30", "met after 1h, due Mon 13:00", "none",
        "running after 4h 30m, due Wed 17:00"
      ),
      (
        "Mon 09:00 normal, Mon 12:00 brings Mon 10:00 replies", "Mon 12:30",
        "running after 3h 30m, due Mon 13:00", "none", "running after 3h 30m, due Wed 17:00"
      ),
    ])
  func merged(story: String, now: String, first: String, next: String, resolution: String) throws {
    try expect(story, now, first, next, resolution)
  }

  @Test("A policy that is edited moves an open ticket at once")
  func editedPolicy() throws {
    let story = try SLAStory("Mon 09:00 normal, Mon 11:00 pending, Mon 12:00 open")
    var policy = Self.policy
    policy.targets["normal"] = SLATargets(firstResponse: .hours(5), resolution: .hours(10))
    policy.pauseIn = []
    let clocks = try story.clocks("Mon 13:00", policy, Self.office())
    #expect(summary(clocks.firstResponse, time: weekText) == "running after 4h, due Mon 14:00")
    #expect(summary(clocks.resolution, time: weekText) == "running after 4h, due Wed 11:00")
  }

  @Test(
    "A ticket that was reopened knows its first resolution as well",
    arguments: [
      ("10:00 normal, 12:00 resolved", "none", "met after 2h, due 58:00"),
      ("10:00 normal, 12:00 resolved, 13:00 closed", "none", "met after 2h, due 58:00"),
      (
        "10:00 normal, 12:00 resolved, 14:00 open", "met after 2h, due 58:00",
        "running after 1d 14h, due 60:00"
      ),
      (
        "10:00 normal, 11:00 pending, 12:00 resolved, 14:00 open, 15:00 closed, 16:00 open, 17:00 closed",
        "met after 1h, due 59:00", "met after 3h, due 62:00"
      ),
      (
        "10:00 normal, 60:00 resolved, 62:00 open, 64:00 closed", "breached after 2d 2h, due 58:00",
        "breached after 2d 4h, due 58:00"
      ),
    ])
  func firstResolution(story: String, first: String, last: String) throws {
    let clocks = try SLAStory(story).clocks(last.hasPrefix("running") ? "50:00" : "99:00")
    #expect(summary(clocks.firstResolution) == first)
    #expect(summary(clocks.resolution) == last)
  }

  private func expect(
    _ story: String, _ now: String, _ first: String, _ next: String, _ resolution: String
  ) throws {
    let clocks = try SLAStory(story).clocks(now, Self.policy, Self.office())
    #expect(summary(clocks.firstResponse, time: weekText) == first)
    #expect(summary(clocks.nextResponse, time: weekText) == next)
    #expect(summary(clocks.resolution, time: weekText) == resolution)
  }

  private static let policy = SLAPolicy(
    name: "office",
    targets: [
      "normal": SLATargets(
        firstResponse: .hours(4), nextResponse: .hours(2), resolution: .hours(16)),
      "urgent": SLATargets(
        firstResponse: .hours(1), nextResponse: .minutes(30), resolution: .hours(8)),
    ])

  private static func office() throws -> BusinessCalendar {
    let days = ["mon", "tue", "wed", "thu", "fri"].map { "\"\($0)\": [[\"09:00\", \"17:00\"]]" }
    return try businessCalendar(
      """
      {"timezone": "UTC", "hours": {\(days.joined(separator: ", "))}, "holidays": ["2026-11-24"]}
      """)
  }
}
