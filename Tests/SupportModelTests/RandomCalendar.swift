@testable import SupportModel

func pick(_ choices: [String], _ random: inout FilterRandom) -> String {
  choices[Int.random(in: choices.indices, using: &random)]
}

/// A calendar made at random, with a slow and obvious way to tell whether it is open.
struct RandomCalendar {
  static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  let calendar: BusinessCalendar
  /// Days around which clocks changed, dates skip, years end, and ordinary ones.
  static let moments = [
    "2026-03-27", "2026-10-24", "2026-03-07", "2026-10-31", "2026-04-03", "2026-10-02",
    "2006-10-28", "2006-04-01", "2011-12-28", "2026-02-13", "2026-03-20", "2026-12-30",
    "2028-02-27", "2100-02-26", "2100-10-30", "2026-06-15",
  ]

  /// Intervals in minutes by weekday; an end before the start is on the next day.
  private let hours: [[(start: Int, end: Int)]]
  private let holidays: Set<CivilDate>

  init(around start: Instant, _ random: inout FilterRandom) throws {
    let zone = pick(
      [
        "Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Europe/Dublin",
        "America/St_Johns", "America/Havana", "Africa/Casablanca", "Pacific/Apia", "UTC",
      ], &random)
    let hasNights = Bool.random(using: &random)
    var hours: [[(start: Int, end: Int)]] = []
    for _ in Self.names {
      // Before 05:00 nothing begins where there are nights, so that no night overlaps with it.
      let marks = (0..<4).map { _ in
        Int.random(in: hasNights ? 300...1440 : 0...1440, using: &random)
      }
      let times = Set(marks).sorted()
      var intervals: [(start: Int, end: Int)] = []
      if times.count == 4, times[3] > times[2], Bool.random(using: &random) {
        intervals = [(times[0], times[1]), (times[2], times[3])]
      } else if times.count > 1, Bool.random(using: &random) {
        intervals = [(times[0], times[1])]
      }
      if hasNights, intervals.last?.end ?? 0 < 1380, Bool.random(using: &random) {
        intervals.append((1380 + Int.random(in: 0..<60, using: &random), 299))
      }
      hours.append(intervals)
    }
    if hours.allSatisfy(\.isEmpty) { hours[0] = [(0, 1440)] }
    let days = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      (start + TimeSpan(seconds: Int.random(in: -86_400...864_000, using: &random))).date
    }
    self.hours = hours
    holidays = Set(days)
    calendar = try businessCalendar(Self.text(zone, hours, holidays))
  }

  private static func text(
    _ zone: String, _ hours: [[(start: Int, end: Int)]], _ holidays: Set<CivilDate>
  ) -> String {
    func time(_ minute: Int) -> String {
      "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))"
    }
    let days = zip(names, hours).map { name, intervals in
      let list = intervals.map { "[\"\(time($0.start))\", \"\(time($0.end))\"]" }
      return "\"\(name)\": [\(list.joined(separator: ", "))]"
    }
    let dates = holidays.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {"timezone": "\(zone)", "hours": {\(days.joined(separator: ", "))}, "holidays": [\(dates)]}
      """
  }

  /// What the clock on the wall says of one minute.
  func isOpen(_ instant: Instant) -> Bool {
    let wall = calendar.zone.wallTime(at: instant)
    let day = wall.date
    let before = CivilDate(dayNumber: day.dayNumber - 1)
    let minute = (wall - Instant(day)).seconds / 60
    guard !holidays.contains(day) else { return false }
    if hours[day.weekday].contains(where: { interval in
      interval.start <= minute && (minute < interval.end || interval.end < interval.start)
    }) {
      return true
    }
    return !holidays.contains(before)
      && hours[before.weekday].contains { $0.end < $0.start && minute < $0.end }
  }
}
