@testable import SupportModel

/// Zones made by hand, so that no test depends on the machine's own: what real zones did at the
/// times that the tests ask about.
enum CalendarZones {
  static let all = Zones { name in
    switch name {
    case "Europe/Paris": tzif(footer: "CET-1CEST,M3.5.0,M10.5.0/3")
    case "America/New_York": tzif(footer: "EST5EDT,M3.2.0,M11.1.0")
    case "Asia/Kolkata": tzif(footer: "IST-5:30")
    // Half an hour of summer time.
    case "Australia/Lord_Howe": tzif(footer: "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0")
    // Winter time is the exception, an hour less than standard time.
    case "Europe/Dublin": tzif(footer: "IST-1GMT0,M10.5.0,M3.5.0/1")
    // Until 2011 clocks changed a minute after midnight: days were taken up again.
    case "America/St_Johns": tzif(footer: "NST3:30NDT,M4.1.0/0:01,M10.5.0/0:01")
    // Midnight comes twice in autumn and not at all in spring.
    case "America/Havana": tzif(footer: "CST5CDT,M3.2.0/0,M11.1.0/1")
    // An hour back for Ramadan, by a list of dates.
    case "Africa/Casablanca":
      tzif(
        changes: [(1_739_671_200, 1), (1_743_904_800, 0), (1_771_120_800, 1), (1_774_144_800, 0)],
        clocks: [(3600, "+01"), (0, "+00")], footer: "<+01>-1")
    // Friday 2011-12-30 was left out.
    case "Pacific/Apia":
      tzif(
        changes: [(1_325_239_200, 1)], clocks: [(-36_000, "-10"), (50_400, "+14")], footer: "")
    case "Test/Damaged": Array(tzif(footer: "CET-1").prefix(60))
    case "Test/Text": Array("no zone".utf8)
    default: nil
    }
  }

  /// A file of version 2, or of version 1 where there is no footer to write.
  static func tzif(
    changes: [(at: Int, kind: UInt8)] = [], clocks: [(offset: Int, name: String)] = [(0, "LMT")],
    leaps: [(at: Int, seconds: Int)] = [], footer: String?, version: UInt8 = 0x32
  ) -> [UInt8] {
    guard let footer else { return block(changes, clocks, leaps, version: 0, timeSize: 4) }
    return block([], [(0, "LMT")], [], version: version, timeSize: 4)
      + block(changes, clocks, leaps, version: version, timeSize: 8) + "\n\(footer)\n".utf8
  }

  private static func block(
    _ changes: [(at: Int, kind: UInt8)], _ clocks: [(offset: Int, name: String)],
    _ leaps: [(at: Int, seconds: Int)], version: UInt8, timeSize: Int
  ) -> [UInt8] {
    let names = clocks.map { Array($0.name.utf8) + [0] }
    var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
    for count in [
      0, 0, leaps.count, changes.count, clocks.count, names.joined().count,
    ] {
      bytes += number(count, 4)
    }
    for change in changes { bytes += number(change.at, timeSize) }
    bytes += changes.map(\.kind)
    var start = 0
    for (clock, name) in zip(clocks, names) {
      bytes += number(clock.offset, 4) + [0, UInt8(start)]
      start += name.count
    }
    bytes += names.joined()
    for leap in leaps { bytes += number(leap.at, timeSize) + number(leap.seconds, 4) }
    return bytes
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * (size - 1 - $0))) }
  }
}

/// A calendar from its JSON text, as it would stand in `support.json`.
func businessCalendar(_ text: String) throws -> BusinessCalendar {
  try BusinessCalendar(
    SettingsReader(file: "calendar", bytes: Array(text.utf8)), zones: CalendarZones.all)
}

/// A calendar that is open every day from one time to another.
func daily(_ zone: String, _ hours: String, holidays: String = "") throws -> BusinessCalendar {
  let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { "\"\($0)\": [\(hours)]" }
  return try businessCalendar(
    """
    {"timezone": "\(zone)", "hours": {\(days.joined(separator: ", "))}, "holidays": [\(holidays)]}
    """)
}

/// The instant that an RFC 3339 text names.
func instant(_ text: String) throws -> Instant {
  guard let instant = Instant(text) else { throw SettingsError(file: "test", reason: text) }
  return instant
}
