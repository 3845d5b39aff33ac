import Testing

@testable import SupportModel

struct CalendarPropertyTests {
  @Test("Minute by minute, every answer is the one of the clock on the wall", arguments: 0..<40)
  func reference(seed: UInt64) throws {
    var random = FilterRandom(state: seed)
    let moment = try instant(pick(RandomCalendar.moments, &random))
    let start = moment + .minutes(Int.random(in: -600...600, using: &random))
    let sample = try RandomCalendar(around: start, &random)
    let calendar = sample.calendar
    var (at, open) = (start, 0)
    for _ in 0..<Int.random(in: 1...4000, using: &random) {
      let isOpen = sample.isOpen(at)
      at = at + .minutes(1)
      guard isOpen else { continue }
      open += 1
      // The end of each open minute is when so much has passed.
      if open % 97 == 0 || !sample.isOpen(at) {
        #expect(calendar.instant(.minutes(open), after: start) == at)
      }
    }
    #expect(calendar.span(from: start, to: at) == .minutes(open))
    var walked = TimeSpan.zero
    calendar.walk(from: start, to: at) { step in
      if case .open(_, let from, let to) = step { walked = walked + (to - from) }
    }
    #expect(walked == .minutes(open))
  }

  @Test("Adding and measuring undo each other, and measures add up", arguments: 0..<40)
  func inverse(seed: UInt64) throws {
    var random = FilterRandom(state: seed + 1000)
    let moment = try instant(pick(RandomCalendar.moments, &random))
    let calendar = try RandomCalendar(around: moment, &random).calendar
    for _ in 0..<50 {
      // Over ten years, to the millisecond, asked in any order.
      func near() -> Instant {
        moment
          + TimeSpan(
            milliseconds: Int64.random(in: -157_680_000_000...157_680_000_000, using: &random))
      }
      let times = [near(), near(), near()].sorted()
      let whole = calendar.span(from: times[0], to: times[2])
      #expect(
        whole == calendar.span(from: times[0], to: times[1])
          + calendar.span(from: times[1], to: times[2]))
      let due = calendar.instant(whole, after: times[0])
      #expect(due <= times[2] && calendar.span(from: times[0], to: due) == whole)
      guard whole > .zero else { continue }
      // The instant before, something of it was left.
      let before = Instant(milliseconds: due.milliseconds - 1)
      #expect(calendar.span(from: times[0], to: before) < whole)
    }
  }
}
