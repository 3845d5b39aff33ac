import Foundation
import Testing

@testable import SupportModel

private let zoneInfo = "/usr/share/zoneinfo"

struct TimeZoneRulesTests {
  @Test(
    "A zone's offset on either side of its changes",
    arguments: [
      ("Europe/Paris", "2026-03-29T00:59:59Z", 3600, "CET"),
      ("Europe/Paris", "2026-03-29T01:00:00Z", 7200, "CEST"),
      ("Europe/Paris", "2026-10-25T00:59:59Z", 7200, "CEST"),
      ("Europe/Paris", "2026-10-25T01:00:00Z", 3600, "CET"),
      ("Europe/Paris", "2100-07-01T00:00:00Z", 7200, "CEST"),
      ("America/New_York", "2026-03-08T06:59:59Z", -18_000, "EST"),
      ("America/New_York", "2026-03-08T07:00:00Z", -14_400, "EDT"),
      ("America/New_York", "2100-11-07T05:59:59Z", -14_400, "EDT"),
      ("America/New_York", "2100-11-07T06:00:00Z", -18_000, "EST"),
      ("Australia/Lord_Howe", "2026-04-04T14:59:59Z", 39_600, "+11"),
      ("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 37_800, "+1030"),
      ("Africa/Casablanca", "2026-02-15T01:59:59Z", 3600, "+01"),
      ("Africa/Casablanca", "2026-02-15T02:00:00Z", 0, "+00"),
      ("Africa/Casablanca", "2026-03-22T02:00:00Z", 3600, "+01"),
      ("Asia/Kolkata", "2026-03-29T01:00:00Z", 19_800, "IST"),
      ("America/St_Johns", "2006-10-29T02:30:59Z", -9000, "NDT"),
      ("America/St_Johns", "2006-10-29T02:31:00Z", -12_600, "NST"),
      ("Pacific/Apia", "2011-12-30T09:59:59Z", -36_000, "-10"),
      ("Pacific/Apia", "2011-12-30T10:00:00Z", 50_400, "+14"),
      ("Europe/Dublin", "2026-01-01T00:00:00Z", 0, "GMT"),
      ("Europe/Dublin", "2026-03-29T01:00:00Z", 3600, "IST"),
      ("Europe/Dublin", "2026-10-25T01:00:00Z", 0, "GMT"),
      ("UTC", "2026-10-25T01:00:00Z", 0, "UTC"),
    ])
  func offset(zone: String, at: String, offset: Int, name: String) throws {
    let rules = try #require(try CalendarZones.all.rules(of: zone))
    let time = try instant(at).milliseconds / 1000
    let stretch = rules.stretch(at: Int(time))
    #expect(stretch.offset == offset)
    #expect(stretch.name == name)
    #expect(stretch.from <= Int(time) && Int(time) < stretch.to)
  }

  @Test(
    "Every form of a yearly rule",
    arguments: [
      // Day 60 without leap days is March 1 always; day 59 of all days is in leap years February 29.
      ("AAA0BBB,J60,J300", "2028-03-01T02:00:00Z", "BBB"),
      ("AAA0BBB,J60,J300", "2028-03-01T01:59:59Z", "AAA"),
      ("AAA0BBB,59,300", "2028-02-29T02:00:00Z", "BBB"),
      ("AAA0BBB,59,300", "2027-03-01T01:59:59Z", "AAA"),
      // Times before midnight and days later (RFC 9636): Friday 02:00 is Thursday plus 26 hours.
      ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-27T23:59:59Z", "EET"),
      ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00:00Z", "EEST"),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", "-02"),
      ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", "-01"),
      // Summer time all year.
      ("XXX3EDT4,0/0,J365/23", "2026-01-01T03:00:00Z", "EDT"),
      ("XXX3EDT4,0/0,J365/23", "2026-12-31T23:59:59Z", "EDT"),
    ])
  func rule(text: String, at: String, name: String) throws {
    let rules = try TimeZoneRules(tzif: CalendarZones.tzif(footer: text, version: 0x33))
    #expect(rules.stretch(at: Int(try instant(at).milliseconds / 1000)).name == name)
  }

  @Test(
    "Nonsense in place of a rule is refused",
    arguments: [
      "C-1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-25", "<CET-1", "CET-1CEST,M13.1.0,M1.1.0",
      "CET-1CEST,J0,J5", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1 ",
    ])
  func nonsense(text: String) {
    #expect(ZoneRule(text) == nil)
    #expect(throws: ZoneError.damaged) {
      try TimeZoneRules(tzif: CalendarZones.tzif(footer: text))
    }
  }

  @Test("Before the first change the first clock holds; without a rule the last one stays")
  func noFooter() throws {
    for footer in ["", nil] {
      let rules = try TimeZoneRules(
        tzif: CalendarZones.tzif(
          changes: [(1000, 1), (2000, 2)], clocks: [(60, "AAA"), (120, "BBB"), (180, "CCC")],
          footer: footer))
      #expect(
        [-5_000_000_000, 999, 1000, 1999, 2000, 9_000_000_000].map {
          rules.stretch(at: $0).offset
        } == [60, 60, 120, 120, 180, 180])
    }
  }

  @Test("Times of a file that counts leap seconds are brought back")
  func leapSeconds() throws {
    let rules = try TimeZoneRules(
      tzif: CalendarZones.tzif(
        changes: [(1010, 1)], clocks: [(0, "AAA"), (60, "BBB")],
        leaps: [(500, 1), (900, 2), (2000, 3)], footer: ""))
    #expect(rules.stretch(at: 1007).name == "AAA")
    #expect(rules.stretch(at: 1008).name == "BBB")
  }

  @Test("No cut or flipped file is more than refused")
  func damaged() throws {
    let bytes = CalendarZones.tzif(
      changes: [(1000, 1), (2000, 0)], clocks: [(60, "AAA"), (120, "BBB")],
      footer: "CET-1CEST,M3.5.0,M10.5.0/3")
    for length in bytes.indices {
      #expect(throws: ZoneError.self) { try TimeZoneRules(tzif: Array(bytes.prefix(length))) }
    }
    for place in bytes.indices {
      var flipped = bytes
      flipped[place] ^= 0xFF
      let rules = try? TimeZoneRules(tzif: flipped)
      _ = rules?.stretch(at: 1_800_000_000)
    }
  }

  @Test(
    "The system's own zones read as Foundation reads them",
    .enabled(
      if: FileManager.default.fileExists(atPath: zoneInfo + "/Europe/Paris"),
      "skipped: this machine has no zoneinfo"),
    arguments: [
      "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata",
      "America/St_Johns", "Pacific/Apia", "Europe/Dublin",
    ])
  func ofTheSystem(name: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: "\(zoneInfo)/\(name)"))
    let rules = try TimeZoneRules(tzif: [UInt8](bytes))
    let zone = try #require(TimeZone(identifier: name))
    // From 1972 to 2033, an odd number of seconds at a time.
    for time in stride(from: 63_072_000, to: 2_000_000_000, by: 1_234_577) {
      let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
      #expect(rules.stretch(at: time).offset == expected, "\(name) at \(time)")
    }
  }
}
