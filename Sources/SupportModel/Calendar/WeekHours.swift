/// When a calendar is open as its own wall clock shows it, without any zone.
///
/// A local day is open in its own intervals, and in what reaches past midnight from the day before.
/// An interval takes place unless the day it begins on is a holiday, and stops at the midnight at
/// which a holiday begins.
struct WeekHours: Hashable, Sendable {
  /// Milliseconds in a day of the wall clock.
  static let day = 86_400_000

  /// The intervals that begin on each weekday, Monday first, in order: milliseconds after midnight.
  /// Beyond a day's length they lie in the next day.
  let intervals: [[Range<Int>]]
  let holidays: Holidays
  /// The open parts of a day by its kind, in order.
  let parts: [[Range<Int>]]

  /// The kind of a holiday; below it stand the weekdays, and the weekdays after a holiday.
  private static let holiday = 14

  init(_ intervals: [[Range<Int>]], holidays: Holidays) {
    self.intervals = intervals
    self.holidays = holidays
    let own = intervals.map { $0.map { $0.clamped(to: 0..<Self.day) } }
    let reaching = intervals.map { intervals in
      intervals.filter { $0.upperBound > Self.day }.map { 0..<$0.upperBound - Self.day }
    }
    parts = (0..<7).map { reaching[($0 + 6) % 7] + own[$0] } + own + [[]]
  }

  /// The place in `parts` of a day, by its number from 1970-01-01.
  func kind(of day: Int) -> Int {
    if holidays.contains(day) { return Self.holiday }
    let weekday = Self.weekday(of: day)
    let isCutShort = (intervals[(weekday + 6) % 7].last?.upperBound ?? 0) > Self.day
    return isCutShort && holidays.contains(day - 1) ? weekday + 7 : weekday
  }

  /// What a day would be open, were there no holidays.
  func partsWithoutHolidays(of day: Int) -> [Range<Int>] { parts[Self.weekday(of: day)] }

  /// Whether the first part of a day of some kind is what reaches into it from the day before.
  func beginsWithNight(_ kind: Int) -> Bool {
    kind < 7 && parts[kind].count > intervals[kind].count
  }

  private static func weekday(of day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }
}
