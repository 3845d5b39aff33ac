/// A time as a filter names it: the span that the words stand for, in UTC.
///
/// | written | stands for |
/// | --- | --- |
/// | `2026`, `2026-11`, `2026-11-20` | the year, month, day |
/// | `2026-11-20T10:00`, `...T10:00:05Z`, `...T10:00:05.123+01:00` | minute, second, millisecond |
/// | `today`, `yesterday`, `tomorrow` | the day |
/// | `monday` or `mon` to `sunday` | the last such day, today included |
/// | `now`, `-7d`, `-1h30m`, `+3h` | the millisecond |
///
/// Alone, `-7d` means from then until now, and `+3h` from now until then.
package struct FilterMoment: Hashable, Sendable {
  /// In normal form.
  package var text: String
  package var span: Range<Instant>
  /// What the moment means where it stands alone.
  package var alone: Range<Instant>
  /// Whether the words mean another time tomorrow.
  package var isRelative: Bool

  package init?(_ word: String, now: Instant) {
    let plain = word.lowercased()
    if let (text, day) = Self.namedDay(plain, today: now.date) {
      self.init(text, Self.days(day, 1), isRelative: true)
    } else if plain == "now" {
      self.init(plain, Self.millisecond(now), isRelative: true)
    } else if let offset = Self.offset(plain) {
      let then = now + offset
      self.init(plain, Self.millisecond(then), isRelative: true)
      alone = min(now, then)..<Self.millisecond(max(now, then)).upperBound
    } else if let span = Self.calendarSpan(word) ?? Self.clockSpan(word) {
      self.init(word.uppercased(), span)
    } else {
      return nil
    }
  }

  private init(_ text: String, _ span: Range<Instant>, isRelative: Bool = false) {
    (self.text, self.span, alone) = (text, span, span)
    self.isRelative = isRelative
  }

  private static func millisecond(_ start: Instant) -> Range<Instant> {
    start..<start + TimeSpan(milliseconds: 1)
  }

  private static func days(_ first: CivilDate, _ count: Int) -> Range<Instant> {
    Instant(first)..<Instant(CivilDate(dayNumber: first.dayNumber + count))
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static func namedDay(_ word: String, today: CivilDate) -> (String, CivilDate)? {
    func day(_ shift: Int) -> CivilDate { CivilDate(dayNumber: today.dayNumber + shift) }
    switch word {
    case "today": return (word, today)
    case "yesterday": return (word, day(-1))
    case "tomorrow": return (word, day(1))
    default:
      guard word.utf8.count == 3 || weekdays.contains(word),
        let place = weekdays.firstIndex(where: { $0.hasPrefix(word) })
      else { return nil }
      return (weekdays[place], day(-((today.weekday - place + 7) % 7)))
    }
  }

  /// `-7d`, `+1h30m`. Ten characters hold any span worth asking for, and cannot overflow.
  private static func offset(_ word: String) -> TimeSpan? {
    guard let sign = word.first, sign == "-" || sign == "+", word.utf8.count <= 11,
      word.last?.isLetter == true, let span = TimeSpan(word.dropFirst())
    else { return nil }
    return sign == "-" ? -span : span
  }

  /// A year or a month.
  private static func calendarSpan(_ word: String) -> Range<Instant>? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    let isShaped = parts.map(\.utf8.count) == [4] || parts.map(\.utf8.count) == [4, 2]
    guard isShaped, word.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }), let year = Int(parts[0])
    else { return nil }
    guard parts.count == 2 else {
      let next = CivilDate(year: year + 1, month: 1, day: 1)
      return Instant(CivilDate(year: year, month: 1, day: 1))..<Instant(next)
    }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
    let next = CivilDate(
      year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    return Instant(CivilDate(year: year, month: month, day: 1))..<Instant(next)
  }

  /// A day, or a time of one as exact as it is written.
  private static func clockSpan(_ word: String) -> Range<Instant>? {
    guard let start = Instant(word) else { return nil }
    let clock = word.utf8.dropFirst(11).prefix { $0 != UInt8(ascii: "Z") }
    let digits = clock.prefix { (0x30...0x3A).contains($0) || $0 == UInt8(ascii: ".") }
    switch digits.count {
    case 0: return start..<start + .day
    case 5: return start..<start + TimeSpan(seconds: 60)
    case 8: return start..<start + TimeSpan(seconds: 1)
    default: return millisecond(start)
    }
  }
}
