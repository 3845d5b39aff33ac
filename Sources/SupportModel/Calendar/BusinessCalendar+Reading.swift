extension BusinessCalendar {
  /// Reads a calendar as it stands in `support.json`:
  ///
  ///     {"timezone": "Europe/Paris",
  ///      "hours": {"mon": [["09:00", "12:30"], ["13:30", "18:00"]], "fri": [["22:00", "06:00"]]},
  ///      "holidays": ["2026-05-14", {"date": "12-25", "name": "Christmas"}]}
  package init(_ reader: SettingsReader, zones: Zones) throws {
    try reader.allowOnly(["timezone", "hours", "holidays"])
    let zoneName = try reader.requiredText("timezone")
    let intervals = try reader.child("hours").map(Self.intervals) ?? []
    guard intervals.contains(where: { !$0.isEmpty }) else {
      throw reader.error("hours", "the calendar never opens")
    }
    let holidays = try Self.holidays(reader)
    guard !holidays.isEveryDay else {
      throw reader.error("holidays", "the calendar never opens: every day of the year is a holiday")
    }
    self.init(
      zoneName: zoneName, zone: try Self.zone(zoneName, zones, reader),
      hours: WeekHours(intervals, holidays: holidays))
  }

  /// Reads the object under `calendars`.
  static func byName(
    _ reader: SettingsReader, zones: Zones
  ) throws -> [String: BusinessCalendar] {
    var calendars: [String: BusinessCalendar] = [:]
    for name in reader.object.keys {
      guard !name.isEmpty, name != AlwaysOpen.name else {
        throw reader.error(name, "a calendar cannot be called \"\(name)\"")
      }
      guard let calendar = try reader.child(name) else {
        throw reader.error(name, "an object should be here, not null")
      }
      calendars[name] = try BusinessCalendar(calendar, zones: zones)
    }
    return calendars
  }

  private static func zone(
    _ name: String, _ zones: Zones, _ reader: SettingsReader
  ) throws -> TimeZoneRules {
    let rules: TimeZoneRules?
    do {
      rules = try zones.rules(of: name)
    } catch is ZoneError {
      throw reader.error("timezone", "the file of the zone \"\(name)\" makes no sense")
    } catch {
      throw reader.error("timezone", "\(error)")
    }
    guard let rules else {
      throw reader.error(
        "timezone", "there is no zone \"\(name)\"; zones are called like \"Europe/Paris\"")
    }
    return rules
  }
}

// MARK: Hours

extension BusinessCalendar {
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// An interval with its place in the file.
  private struct Placed {
    var place: String
    var weekday: Int
    /// Milliseconds since the week began; the last ones of a week may reach into the next.
    var inWeek: Range<Int>
  }

  private static func intervals(_ reader: SettingsReader) throws -> [[Range<Int>]] {
    try reader.allowOnly(weekdays)
    var placed: [Placed] = []
    for (weekday, name) in weekdays.enumerated() {
      for (number, element) in try reader.list(name).enumerated() {
        let place = "\(name)[\(number)]"
        let interval = try interval(element, at: place, reader)
        let start = weekday * WeekHours.day
        placed.append(
          Placed(
            place: place, weekday: weekday,
            inWeek: start + interval.lowerBound..<start + interval.upperBound))
      }
    }
    placed.sort { $0.inWeek.lowerBound < $1.inWeek.lowerBound }
    try refuseOverlaps(placed, reader)
    return weekdays.indices.map { weekday in
      placed.filter { $0.weekday == weekday }.map { interval in
        let start = weekday * WeekHours.day
        return interval.inWeek.lowerBound - start..<interval.inWeek.upperBound - start
      }
    }
  }

  /// Each interval must end before the next begins, the last of the week before the first.
  private static func refuseOverlaps(_ placed: [Placed], _ reader: SettingsReader) throws {
    guard let first = placed.first, placed.count > 1 else { return }
    var again = first
    again.inWeek = first.inWeek.lowerBound + 7 * WeekHours.day..<Int.max
    for (interval, next) in zip(placed, placed.dropFirst() + [again])
    where interval.inWeek.upperBound > next.inWeek.lowerBound {
      throw reader.error(next.place, "overlaps with \(interval.place)")
    }
  }

  /// `["22:00", "06:00"]` in milliseconds after midnight, an end past midnight beyond the day.
  private static func interval(
    _ element: JSON, at place: String, _ reader: SettingsReader
  ) throws -> Range<Int> {
    guard let pair = element.array, pair.count == 2 else {
      throw reader.error(
        place, "an interval such as [\"09:00\", \"18:00\"] should be here, not \(element.kindName)")
    }
    func time(_ number: Int) throws -> Int {
      guard let text = pair[number].string, let time = timeOfDay(text) else {
        throw reader.error("\(place)[\(number)]", "a time from 00:00 to 24:00 should be here")
      }
      return time
    }
    let (start, end) = (try time(0), try time(1))
    guard start != end, start < WeekHours.day else {
      throw reader.error(
        place, "an interval of no length; a whole day is [\"00:00\", \"24:00\"]")
    }
    return start..<(end > start ? end : end + WeekHours.day)
  }

  /// `HH:MM` or `HH:MM:SS` in milliseconds after midnight.
  private static func timeOfDay(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.count == 2 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count,
      numbers[1...].allSatisfy({ $0 < 60 })
    else { return nil }
    let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    return seconds <= 86_400 ? seconds * 1000 : nil
  }
}

// MARK: Holidays

extension BusinessCalendar {
  private static func holidays(_ reader: SettingsReader) throws -> Holidays {
    var holidays = Holidays()
    for (number, element) in try reader.list("holidays").enumerated() {
      let place = "holidays[\(number)]"
      if let text = element.string {
        try add(text, "", to: &holidays, at: place, reader)
      } else if element.object != nil, let holiday = try reader.object(at: place, element) {
        try holiday.allowOnly(["date", "name"])
        let name = try holiday.text("name") ?? ""
        try add(holiday.requiredText("date"), name, to: &holidays, at: "date", holiday)
      } else {
        throw reader.error(
          place, "a date or an object with \"date\" should be here, not \(element.kindName)")
      }
    }
    return holidays
  }

  private static func add(
    _ text: String, _ name: String, to holidays: inout Holidays, at key: String,
    _ reader: SettingsReader
  ) throws {
    // A leap year stands for every year: February 29 is a day of some.
    if text.utf8.count == 5, let date = Instant("2000-\(text)")?.date {
      holidays.add(Holidays.Yearly(month: date.month, day: date.day), name)
    } else if text.utf8.count == 10, let date = Instant(text)?.date {
      holidays.add(date, name)
    } else {
      throw reader.error(
        key, "\"\(text)\" is no date; expected one such as 2026-12-25, or 12-25 for every year")
    }
  }
}
