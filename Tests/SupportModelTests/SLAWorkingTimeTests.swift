import Testing

@testable import SupportModel

/// Open from 9 to 17 every day, counted minute by minute.
private struct NineToFive: WorkingTime {
  private func isOpen(_ at: Instant) -> Bool {
    (9..<17).contains((at - Instant(at.date)).seconds / 3600)
  }

  func instant(_ span: TimeSpan, after start: Instant) -> Instant {
    var (at, left) = (start, span)
    while left > .zero {
      if isOpen(at) { left = left - .minutes(1) }
      at = at + .minutes(1)
    }
    return at
  }

  func span(from start: Instant, to end: Instant) -> TimeSpan {
    var (at, span) = (start, TimeSpan.zero)
    while at < end {
      if isOpen(at) { span = span + .minutes(1) }
      at = at + .minutes(1)
    }
    return span
  }

  func walk(from start: Instant, to end: Instant, _ visit: (WorkingStep) -> Void) {}
}

/// Targets of `normal`: 4h, 2h, 48h; of `urgent`: 1h, 30m, 8h. Open from 09:00 to 17:00.
struct SLAWorkingTimeTests {
  @Test(
    "First response in working time",
    arguments: [
      ("10:00 normal", "12:00", "running after 2h, due 14:00"),
      ("15:00 normal", "30:00", "running after 2h, due 35:00"),
      ("20:00 normal, 21:00 replies", "40:00", "met after 0s, due 37:00"),
      // Time that runs out exactly at closing is due then, not at the next opening.
      ("13:00 normal", "20:00", "breached after 4h, due 17:00"),
      ("13:00 normal, 20:00 replies", "40:00", "breached after 4h, due 17:00"),
    ])
  func firstResponse(story: String, now: String, expected: String) throws {
    let clocks = try SLAStory(story).clocks(now, .test, NineToFive())
    #expect(summary(clocks.firstResponse) == expected)
  }

  @Test(
    "What was left is added in working time after a pause",
    arguments: [
      ("09:00 urgent", "10:00", "running after 1h, due 17:00"),
      ("15:00 urgent, 16:00 pending, 36:00 open", "37:00", "running after 2h, due 59:00"),
      ("15:00 urgent, 16:00 pending", "60:00", "paused after 1h"),
      ("15:00 urgent, 20:00 pending, 30:00 open", "34:00", "running after 3h, due 39:00"),
    ])
  func resolution(story: String, now: String, expected: String) throws {
    let clocks = try SLAStory(story).clocks(now, .test, NineToFive())
    #expect(summary(clocks.resolution) == expected)
  }

  @Test("The calendar that never closes counts every second, and none backwards")
  func alwaysOpen() throws {
    let (start, end) = (try clockTime("10:00"), try clockTime("35:30"))
    #expect(AlwaysOpen().span(from: start, to: end) == .minutes(25 * 60 + 30))
    #expect(AlwaysOpen().span(from: end, to: start) == .zero)
    #expect(AlwaysOpen().instant(.minutes(25 * 60 + 30), after: start) == end)
  }
}
