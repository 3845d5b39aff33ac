import SupportModel

/// Times as the wall clock of a calendar shows them.
struct WallText {
  private let zone: TimeZoneRules
  let zoneName: String

  init(_ calendar: any WorkingTime) {
    let calendar = calendar as? BusinessCalendar
    zone = calendar?.zone ?? .utc
    zoneName = calendar?.zoneName ?? "UTC"
  }

  /// `Fri 2026-11-20 17:00:00 Europe/Paris`
  func whole(_ instant: Instant) -> String {
    let wall = zone.wallTime(at: instant)
    return "\(Self.day(wall.date)) \(wall.description.dropFirst(11).prefix(8)) \(zoneName)"
  }

  func day(of instant: Instant) -> CivilDate { zone.wallTime(at: instant).date }

  /// `Fri 2026-11-20 17:00`, with seconds where they count.
  func short(_ instant: Instant) -> String {
    let day = day(of: instant)
    return "\(Self.day(day)) \(time(instant, on: day))"
  }

  /// `17:00`, and `24:00` at the end of the day; `Sat 06:00` within a week, and the whole date
  /// later. Seconds stand there only where they count.
  func time(_ instant: Instant, on day: CivilDate) -> String {
    let wall = zone.wallTime(at: instant)
    let time = wall.description.dropFirst(11).prefix(12)
    let seconds = time.hasSuffix(".000") ? time.prefix(8) : time
    let shown = time.hasSuffix(":00.000") ? time.prefix(5) : seconds
    switch wall.date.dayNumber - day.dayNumber {
    case 0: return String(shown)
    case 1 where shown == "00:00": return "24:00"
    case 1..<7: return "\(Self.weekday(wall.date)) \(shown)"
    default: return "\(wall.date) \(shown)"
    }
  }

  /// `Fri 2026-11-20`
  static func day(_ date: CivilDate) -> String { "\(weekday(date)) \(date)" }

  private static func weekday(_ date: CivilDate) -> String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday]
  }
}
