import Testing

@testable import SupportModel

struct InstantTests {
  @Test(
    "Times of RFC 3339 are read, whatever their zone and however exact",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.001Z", 1),
      ("1969-12-31T23:59:59.999Z", -1), ("2026-11-20", 1_795_132_800_000),
      ("2026-11-20T10:00:00.123Z", 1_795_168_800_123),
      ("2026-11-20T11:00:00.123+01:00", 1_795_168_800_123),
      ("2026-11-20T11:00:00.123+0100", 1_795_168_800_123),
      ("2026-11-20T04:30:00.123-05:30", 1_795_168_800_123),
      ("2026-11-21T00:00:00.123+14:00", 1_795_168_800_123),
      ("2026-11-20t10:00:00.123z", 1_795_168_800_123),
      ("2026-11-20 10:00:00.1239999", 1_795_168_800_123), ("2026-11-20T10:00", 1_795_168_800_000),
      ("2026-11-20T10:00:00.5Z", 1_795_168_800_500), ("2024-02-29T00:00Z", 1_709_164_800_000),
      // A leap second counts as the second before it.
      ("2016-12-31T23:59:60Z", 1_483_228_799_000), ("0000-02-29", -62_162_121_600_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ])
  func reading(text: String, milliseconds: Int64) {
    #expect(Instant(text)?.milliseconds == milliseconds)
  }

  @Test(
    "What is no time is not read",
    arguments: [
      "", "now", "2026", "2026-11", "2026-1-20", "2026-11-2", "26-11-20", "2026-02-29",
      "2100-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "2026-11-31", "2026-11-20T",
      "2026-11-20T1", "2026-11-20T10", "2026-11-20T24:00", "2026-11-20T10:60",
      "2026-11-20T10:00:61",
      "2026-11-20T10:00:00.", "2026-11-20T10:00:00,5", "2026-11-20T10:00+1",
      "2026-11-20T10:00+24:00",
      "2026-11-20T10:00+01:60", "2026-11-20T10:00ZZ", "2026-11-20T10:00 UTC", " 2026-11-20",
      "2026-11-20 ", "2026/11/20", "-2026-11-20", "+2026-11-20", "２０２６-11-20",
    ])
  func notATime(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(
    "A time is written in UTC with milliseconds, and reads as itself",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_795_168_800_123, "2026-11-20T10:00:00.123Z"),
      (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    ])
  func writing(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).description == text)
    #expect(Instant(text)?.milliseconds == milliseconds)
  }

  @Test("A time lies in its UTC day", arguments: [0, -1, 86_399_999, 86_400_000, -86_400_000])
  func days(milliseconds: Int64) {
    let instant = Instant(milliseconds: milliseconds)
    let inDay = instant - Instant(instant.date)
    #expect(inDay >= .zero && inDay < .day)
  }
}

struct TimeSpanTests {
  @Test(
    "Durations are read in seconds",
    arguments: [
      ("0", 0), ("45", 45), ("45s", 45), ("90m", 5400), ("1h30m", 5400), ("7d", 604_800),
      ("2w", 1_209_600), ("1d1d", 172_800), ("3200000000000", 3_200_000_000_000),
    ])
  func reading(text: String, seconds: Int) {
    #expect(TimeSpan(text)?.seconds == seconds)
  }

  @Test(
    "What is no duration is not read",
    arguments: [
      "", "h", "1x", "-1h", "1h30", "1.5h", "1 h", "h1", "3200000000001", "99999999999999999999",
      "9999999999999999999999999w", "６0m", "1H",
    ])
  func notADuration(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test(
    "A duration is shown in its two largest units",
    arguments: [
      (0, "0s"), (40, "40s"), (60, "1m"), (61, "1m 1s"), (3661, "1h 1m"), (86_400, "1d"),
      (86_400 + 60, "1d"), (2 * 86_400 + 3 * 3600, "2d 3h"), (-90, "-1m 30s"),
    ])
  func showing(seconds: Int, text: String) {
    #expect(TimeSpan(seconds: seconds).description == text)
  }

  @Test("Whole seconds are rounded down, also before zero")
  func rounding() {
    #expect(TimeSpan(milliseconds: 1999).seconds == 1)
    #expect(TimeSpan(milliseconds: -1).seconds == -1)
  }
}
