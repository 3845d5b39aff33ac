/// The days, ISO weeks or months that a period has, in UTC, one after the other. The first and the
/// last may be cut by the ends of the period.
package struct TimeBuckets: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable { case day, week, month }

  package let unit: Unit
  package let period: ClosedPeriod
  /// By the days of the period: the number of the bucket that each lies in.
  private let places: [Int]
  /// `2026-11-20`, `2026-W47`, `2026-11`
  package let names: [String]
  /// Where each ends.
  let ends: [Instant]

  /// More than anybody looks at.
  package static let most = 10_000

  /// Nil where there are too many.
  package init?(_ unit: Unit, of period: ClosedPeriod) {
    let first = period.since.date.dayNumber
    let last = (period.until - TimeSpan(milliseconds: 1)).date.dayNumber
    guard last - first < Self.most * 31 else { return nil }
    var (places, names, ends): ([Int], [String], [Instant]) = ([], [], [])
    for day in first...max(first, last) {
      let date = CivilDate(dayNumber: day)
      let name = unit.name(date)
      if names.last != name {
        names.append(name)
        ends.append(period.until)
      }
      ends[names.count - 1] = min(Instant(CivilDate(dayNumber: day + 1)), period.until)
      places.append(names.count - 1)
    }
    guard names.count <= Self.most else { return nil }
    (self.unit, self.period) = (unit, period)
    (self.places, self.names, self.ends) = (places, names, ends)
  }

  package var count: Int { names.count }

  /// The bucket of a point in time; nil outside of the period.
  func place(of instant: Instant) -> Int? {
    guard period.covers(instant) else { return nil }
    return places[instant.date.dayNumber - period.since.date.dayNumber]
  }
}

extension TimeBuckets.Unit {
  fileprivate func name(_ date: CivilDate) -> String {
    switch self {
    case .day: date.description
    case .week: date.weekText
    case .month: date.monthText
    }
  }

  /// How many of them a report shows where nobody says.
  private var usual: Int { self == .day ? 30 : 12 }

  /// The period of a report that ends at some time, where nobody says when it begins: whole days,
  /// weeks or months.
  package func usualStart(until end: Instant) -> Instant {
    let last = (end - TimeSpan(milliseconds: 1)).date
    switch self {
    case .day: return Instant(CivilDate(dayNumber: last.dayNumber - usual + 1))
    case .week:
      return Instant(CivilDate(dayNumber: last.dayNumber - last.weekday - 7 * (usual - 1)))
    case .month:
      let months = last.year * 12 + last.month - 1 - (usual - 1)
      return Instant(CivilDate(year: months / 12, month: months % 12 + 1, day: 1))
    }
  }
}
