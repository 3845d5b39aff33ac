/// How much a calendar was open before any instant, as running sums, so that a question costs two
/// or three binary searches however far apart its ends are.
///
/// The sums are made a year at a time, for the years that somebody asks about:
///
///     wall clock   | day | day | day | day | ...    open before each local day
///     UTC          |  stretch of CET  | stretch ... what maps an instant to the wall clock
///
/// Within a stretch the wall clock is a constant ahead of UTC, and so the time open before an
/// instant is a constant more than the time open before what the wall clock shows. All numbers are
/// milliseconds; the sums count from an arbitrary instant.
struct OpenTime {
  private struct Stretch {
    var from: Int
    /// What the wall clock is ahead of UTC.
    var offset: Int
    /// Open before `from`.
    var openBefore: Int
    /// What the time open before an instant is more than that before its wall time.
    var ahead: Int
  }

  private let zone: TimeZoneRules
  private let hours: WeekHours

  /// The UTC years for which there are sums.
  private var years: Range<Int>
  /// The instants of those years.
  private var covered: Range<Int>
  /// The number of the local day that `sums` and `kinds` begin with.
  private var firstDay: Int
  /// Open before each local day, and after the last.
  private var sums = [0]
  private var kinds: [UInt8] = []
  private var stretches: [Stretch] = []
  /// Open before the end of `covered`.
  private var openAtEnd = 0

  /// The years that RFC 3339 can write.
  private static let allYears = 0..<10_000
  private static let all = newYear(allYears.lowerBound)...newYear(allYears.upperBound)
  /// No wall clock is as many days ahead of UTC or behind.
  private static let margin = 3

  init(_ zone: TimeZoneRules, _ hours: WeekHours, around instant: Int) {
    self.zone = zone
    self.hours = hours
    let year = CivilDate(dayNumber: floorDivision(instant, WeekHours.day)).year
    years = year..<year
    covered = Self.newYear(year)..<Self.newYear(year)
    firstDay = Self.newYear(year) / WeekHours.day - Self.margin
    cover(year)
  }

  /// How many days the sums hold.
  var size: Int { kinds.count }
}

// MARK: Questions

extension OpenTime {
  /// Open before an instant, on a scale whose zero lies anywhere.
  mutating func before(_ instant: Int) -> Int {
    let instant = min(max(instant, Self.all.lowerBound), Self.all.upperBound)
    cover(instant: instant)
    let stretch = stretches[lastStretch { $0.from <= instant }]
    return stretch.ahead + before(wallTime: instant + stretch.offset)
  }

  /// The earliest instant before which the calendar was open for so long; nil where that is past
  /// all years. `sum` must be more than what `before` gave for some instant.
  mutating func instant(reaching sum: Int) -> Int? {
    while openAtEnd < sum {
      guard years.upperBound < Self.allYears.upperBound else { return nil }
      cover(years.upperBound)
    }
    let stretch = stretches[lastStretch { $0.openBefore < sum }]
    return wallTime(reaching: sum - stretch.ahead) - stretch.offset
  }

  private func before(wallTime: Int) -> Int {
    let day = floorDivision(wallTime, WeekHours.day)
    let time = wallTime - day * WeekHours.day
    var sum = sums[day - firstDay]
    for part in hours.parts[Int(kinds[day - firstDay])] where part.lowerBound < time {
      sum += min(time, part.upperBound) - part.lowerBound
    }
    return sum
  }

  private func wallTime(reaching sum: Int) -> Int {
    let day = last(of: sums.count) { sums[$0] < sum }
    var rest = sum - sums[day]
    var time = 0
    for part in hours.parts[Int(kinds[day])] {
      time = part.lowerBound + min(rest, part.count)
      rest -= part.count
      if rest <= 0 { break }
    }
    return (firstDay + day) * WeekHours.day + time
  }

  private func lastStretch(where holds: (Stretch) -> Bool) -> Int {
    last(of: stretches.count) { holds(stretches[$0]) }
  }

  /// The last of the places for which a condition holds that holds for the first ones.
  private func last(of count: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }
}

// MARK: Sums

extension OpenTime {
  private static func newYear(_ year: Int) -> Int {
    CivilDate(year: year, month: 1, day: 1).dayNumber * WeekHours.day
  }

  private mutating func cover(instant: Int) {
    guard !covered.contains(instant) else { return }
    let year = CivilDate(dayNumber: floorDivision(instant, WeekHours.day)).year
    // Backwards by as many years as there are, so that many steps back do not copy all each time.
    if year < years.lowerBound { cover(min(year, max(0, years.lowerBound - years.count))) }
    cover(year)
  }

  /// Makes the sums for all years up to, or back to, a year.
  private mutating func cover(_ year: Int) {
    if year >= years.upperBound {
      let added = years.upperBound..<year + 1
      addDays(until: Self.newYear(added.upperBound) / WeekHours.day + Self.margin)
      let new = makeStretches(in: added, openBefore: openAtEnd)
      stretches += new.stretches
      openAtEnd = new.openAfter
      years = years.lowerBound..<added.upperBound
    } else if year < years.lowerBound {
      let added = year..<years.lowerBound
      addDays(from: Self.newYear(year) / WeekHours.day - Self.margin)
      let total = makeStretches(in: added, openBefore: 0).openAfter
      let openBefore = stretches[0].openBefore - total
      stretches = makeStretches(in: added, openBefore: openBefore).stretches + stretches
      years = added.lowerBound..<years.upperBound
    }
    covered = Self.newYear(years.lowerBound)..<Self.newYear(years.upperBound)
  }

  private mutating func addDays(until end: Int) {
    for day in firstDay + kinds.count..<end {
      let kind = hours.kind(of: day)
      kinds.append(UInt8(kind))
      sums.append(sums[sums.count - 1] + hours.parts[kind].reduce(0) { $0 + $1.count })
    }
  }

  private mutating func addDays(from start: Int) {
    let added = (start..<firstDay).map { hours.kind(of: $0) }
    let total = added.reduce(0) { $0 + hours.parts[$1].reduce(0) { $0 + $1.count } }
    var sum = sums[0] - total
    var before: [Int] = []
    for kind in added {
      before.append(sum)
      sum += hours.parts[kind].reduce(0) { $0 + $1.count }
    }
    sums = before + sums
    kinds = added.map { UInt8($0) } + kinds
    firstDay = start
  }

  private func makeStretches(
    in years: Range<Int>, openBefore: Int
  ) -> (stretches: [Stretch], openAfter: Int) {
    let end = Self.newYear(years.upperBound)
    var made: [Stretch] = []
    var (from, open) = (Self.newYear(years.lowerBound), openBefore)
    while from < end {
      let found = zone.stretch(at: floorDivision(from, 1000))
      let offset = found.offset * 1000
      let ahead = open - before(wallTime: from + offset)
      made.append(Stretch(from: from, offset: offset, openBefore: open, ahead: ahead))
      from = found.to < end / 1000 ? found.to * 1000 : end
      open = ahead + before(wallTime: from + offset)
    }
    return (made, open)
  }
}
