import Testing

@testable import SupportModel

/// The days, weeks and months of a period.
@Suite("Days, weeks and months")
struct TimeBucketsTests {
  private static func instant(_ text: String) throws -> Instant { try #require(Instant(text)) }

  @Test(
    "A period has each day, week or month that it touches, once and in order",
    arguments: [
      ("day", "2026-11-19", "2026-11-21", ["2026-11-19", "2026-11-20"]),
      ("day", "2026-11-19T23:59Z", "2026-11-20T00:01Z", ["2026-11-19", "2026-11-20"]),
      ("week", "2026-12-27", "2027-01-05", ["2026-W52", "2026-W53", "2027-W01"]),
      ("month", "2026-11-30", "2027-01-01", ["2026-11", "2026-12"]),
      ("month", "2026-11-30", "2026-11-30T00:00:01Z", ["2026-11"]),
    ])
  func names(unit: String, since: String, until: String, names: [String]) throws {
    let period = ClosedPeriod(since: try Self.instant(since), until: try Self.instant(until))
    let wanted = try #require(TimeBuckets.Unit(rawValue: unit))
    let buckets = try #require(TimeBuckets(wanted, of: period))
    #expect(buckets.names == names)
    #expect(buckets.place(of: period.since) == 0)
    #expect(buckets.place(of: period.until - TimeSpan(milliseconds: 1)) == names.count - 1)
    #expect(buckets.place(of: period.until) == nil)
    #expect(buckets.place(of: period.since - TimeSpan(milliseconds: 1)) == nil)
  }

  @Test("Without a beginning a report shows whole days, weeks and months")
  func starts() throws {
    let now = try Self.instant("2026-11-20T10:00:00Z")
    let starts = TimeBuckets.Unit.allCases.map { $0.usualStart(until: now).description }
    #expect(
      starts == [
        "2026-10-22T00:00:00.000Z", "2026-08-31T00:00:00.000Z", "2025-12-01T00:00:00.000Z",
      ])
  }

  @Test("More than anybody looks at are none")
  func limits() throws {
    let period = ClosedPeriod(since: Instant(seconds: 0), until: Instant.latest)
    #expect(TimeBuckets(.day, of: period) == nil && TimeBuckets(.month, of: period) == nil)
    let century = ClosedPeriod(
      since: Instant(seconds: 0), until: try Self.instant("2070-01-01T00:00Z"))
    #expect(TimeBuckets(.day, of: century) == nil)
    #expect(TimeBuckets(.week, of: century)?.count ?? 0 > 5000)
  }
}
