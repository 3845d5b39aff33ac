import Testing

@testable import SupportModel

/// The desk of the tables that say what clocks show: a story in a line, and its three clocks at an
/// instant.
///
/// The office is open from 9 to 17 from Monday to Friday, and closed on Tuesday, a holiday. It
/// promises for `normal` 4h, 2h and 16h; for `urgent` 1h, 30m and 8h.
enum SLAOffice {
  static func expect(
    _ story: String, _ now: String, _ first: String, _ next: String, _ resolution: String,
    _ policy: SLAPolicy = policy, location: SourceLocation = #_sourceLocation
  ) throws {
    let clocks = try SLAStory(story).clocks(now, policy, Self.calendar())
    #expect(summary(clocks.firstResponse, time: weekText) == first, sourceLocation: location)
    #expect(summary(clocks.nextResponse, time: weekText) == next, sourceLocation: location)
    #expect(summary(clocks.resolution, time: weekText) == resolution, sourceLocation: location)
  }

  static let policy = SLAPolicy(
    name: "office",
    targets: [
      "normal": SLATargets(
        firstResponse: .hours(4), nextResponse: .hours(2), resolution: .hours(16)),
      "urgent": SLATargets(
        firstResponse: .hours(1), nextResponse: .minutes(30), resolution: .hours(8)),
    ])

  static func calendar() throws -> BusinessCalendar {
    let days = ["mon", "tue", "wed", "thu", "fri"].map { "\"\($0)\": [[\"09:00\", \"17:00\"]]" }
    return try businessCalendar(
      """
      {"timezone": "UTC", "hours": {\(days.joined(separator: ", "))}, "holidays": ["2026-11-24"]}
      """)
  }
}
