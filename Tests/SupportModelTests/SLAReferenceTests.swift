import Testing

@testable import SupportModel

struct SLAReferenceTests {
  /// In minutes, short enough that all of them are used up sometimes.
  private static let targets = ["normal": [240, 120, 960], "urgent": [60, 30, 300]]

  private static func policy(pausesFirst: Bool) -> SLAPolicy {
    var policy = SLAPolicy(
      name: "random",
      targets: targets.mapValues { minutes in
        SLATargets(
          firstResponse: .minutes(minutes[0]), nextResponse: .minutes(minutes[1]),
          resolution: .minutes(minutes[2]))
      })
    policy.pausesFirstResponse = pausesFirst
    return policy
  }

  @Test(
    "Over thousands of stories, the clocks are those counted minute by minute", arguments: 0..<20)
  func minutes(seed: UInt64) throws {
    var random = FilterRandom(state: seed + 4000)
    let start = try instant(pick(RandomCalendar.moments, &random)) + .hours(Int(seed % 24))
    let sample = try RandomCalendar(around: start, &random)
    let isAlways = seed % 4 == 0
    let isOpen = (0..<12_000).map { isAlways || sample.isOpen(start + .minutes($0)) }
    for _ in 0..<100 {
      let story = try RandomStory(from: start, minutes: 5000, &random)
      let pausesFirst = Bool.random(using: &random)
      let clocks = SLAClocks(
        try story.told.ticket, Self.policy(pausesFirst: pausesFirst),
        workingTime: isAlways ? AlwaysOpen() : sample.calendar, now: start + .minutes(story.now),
        lifecycle: .standard)
      let expected = SlowClocks(story, isOpen: isOpen)
        .readings(Self.targets, pausesFirst: pausesFirst)
      func compare(_ clock: SLAClock?, _ reading: SlowClocks.Reading?, _ name: String) {
        let found = clock.map { Self.reading($0, from: start, within: isOpen.count) }
        #expect(found == reading, "\(name) of \(story.acts), now \(story.now)")
      }
      compare(clocks.firstResponse, expected.first, "first response")
      compare(clocks.firstResolution, expected.firstResolution, "first resolution")
      compare(clocks.resolution, expected.resolution, "resolution")
      #expect(clocks.nextResponses.count == expected.next.count)
      for (clock, reading) in zip(clocks.nextResponses, expected.next) {
        compare(clock, reading, "next response")
      }
    }
  }

  /// What is due later than the minutes that were counted is not compared.
  private static func reading(
    _ clock: SLAClock, from start: Instant, within end: Int
  ) -> SlowClocks.Reading {
    func minute(_ instant: Instant) -> Int { (instant - start).seconds / 60 }
    return SlowClocks.Reading(
      start: minute(clock.startedAt), stop: clock.stoppedAt.map(minute),
      elapsed: clock.elapsed.seconds / 60,
      due: clock.dueAt.map(minute).flatMap { $0 < end ? $0 : nil },
      isBreached: clock.isBreached)
  }
}
