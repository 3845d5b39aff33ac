/// The local days on which a calendar never opens.
struct Holidays: Hashable, Sendable {
  /// A day of every year.
  struct Yearly: Hashable, Sendable {
    var month: Int
    var day: Int
  }

  /// Names by the number of the day from 1970-01-01; empty for a holiday without one.
  private(set) var dated: [Int: String] = [:]
  private(set) var yearly: [Yearly: String] = [:]

  /// A day that stands twice keeps its first name.
  mutating func add(_ date: CivilDate, _ name: String) {
    if dated[date.dayNumber, default: ""].isEmpty { dated[date.dayNumber] = name }
  }

  mutating func add(_ date: Yearly, _ name: String) {
    if yearly[date, default: ""].isEmpty { yearly[date] = name }
  }

  func contains(_ day: Int) -> Bool { name(of: day) != nil }

  /// What a day is called that is a holiday; empty where it has no name.
  func name(of day: Int) -> String? {
    let dated = dated.isEmpty ? nil : dated[day]
    if yearly.isEmpty || dated?.isEmpty == false { return dated }
    let date = CivilDate(dayNumber: day)
    return yearly[Yearly(month: date.month, day: date.day)] ?? dated
  }

  /// Whether there is no day in any year that is not one: 366 with the leap day.
  var isEveryDay: Bool { yearly.count == 366 }
}
