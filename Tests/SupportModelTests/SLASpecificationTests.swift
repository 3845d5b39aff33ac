import Testing

@testable import SupportModel

/// What the clocks of a ticket of the `SLAOffice` show, when it comes, rests, changes and is done.
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
    try SLAOffice.expect(story, now, first, next, resolution)
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
    try SLAOffice.expect(story, now, first, next, resolution)
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
    try SLAOffice.expect(story, now, first, next, resolution)
  }

  @Test(
    "Another category brings its own targets, from the start; pauses are kept",
    arguments: [
      (
        "Mon 09:00 normal, Mon 11:00 pending, Mon 12:00 open, Mon 12:00 category billing/refunds",
        "Mon 13:00", "breached after 4h, due Mon 10:00", "none", "running after 3h, due Mon 15:00"
      ),
      // What the category leaves open is promised as without it.
      (
        "Mon 09:00 urgent, Mon 09:10 replies, Mon 10:00 category billing, Mon 10:00 asks",
        "Mon 10:10", "met after 10m, due Mon 10:00", "running after 10m, due Mon 10:30",
        "running after 1h 10m, due Mon 11:00"
      ),
      (
        "Mon 09:00 normal, Mon 10:00 category billing, Mon 11:00 category sales", "Mon 12:00",
        "running after 3h, due Mon 13:00", "none", "running after 3h, due Wed 17:00"
      ),
    ])
  func category(story: String, now: String, first: String, next: String, resolution: String) throws
  {
    var policy = SLAOffice.policy
    policy.categories["billing"] = [
      "normal": SLATargets(firstResponse: .hours(1), resolution: .hours(5)),
      "urgent": SLATargets(resolution: .hours(2)),
    ]
    try SLAOffice.expect(story, now, first, next, resolution, policy)
  }

  @Test("A policy that is edited moves an open ticket at once")
  func editedPolicy() throws {
    let story = try SLAStory("Mon 09:00 normal, Mon 11:00 pending, Mon 12:00 open")
    var policy = SLAOffice.policy
    policy.targets["normal"] = SLATargets(firstResponse: .hours(5), resolution: .hours(10))
    policy.pauseIn = []
    let clocks = try story.clocks("Mon 13:00", policy, SLAOffice.calendar())
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
}
