/// What a zone's clocks do every year, after the last change that its file lists: the TZ string of
/// POSIX, with the extensions of RFC 9636, section 3.3.
///
///     CET-1CEST,M3.5.0,M10.5.0/3
///     |  | |    |      |      +- the time of the change, 02:00 where it is not said
///     |  | |    |      +- back to standard time: the fifth (the last) Sunday of October
///     |  | |    +- to summer time: the last Sunday of March
///     |  | +- the name of summer time; its offset follows, one hour east where it is not said
///     |  +- the offset of standard time, in hours west of Greenwich
///     +- the name of standard time
struct ZoneRule: Hashable, Sendable {
  /// A kind of local time.
  struct Clock: Hashable, Sendable {
    var name: String
    /// Seconds east of Greenwich.
    var offset: Int
  }

  /// The time of a yearly change, on the clock that it ends.
  struct Change: Hashable, Sendable {
    enum Day: Hashable, Sendable {
      /// `J60`: 1 to 365, never February 29.
      case ordinal(Int)
      /// `59`: 0 to 365, leap days counted.
      case index(Int)
      /// `M3.5.0`: the week is 5 for the last, the weekday 0 for Sunday.
      case weekday(month: Int, week: Int, weekday: Int)
    }

    var day: Day
    /// Seconds after midnight; may lie outside of the day.
    var time = 7200
  }

  /// The half of the year in which clocks are set to another time.
  struct Summer: Hashable, Sendable {
    var clock: Clock
    var begins: Change
    var ends: Change
  }

  let standard: Clock
  let summer: Summer?
}

extension ZoneRule.Change {
  /// Seconds of local time from 1970 to the change in a year.
  func localTime(in year: Int) -> Int { dayNumber(in: year) * 86_400 + time }

  private func dayNumber(in year: Int) -> Int {
    let newYear = CivilDate(year: year, month: 1, day: 1).dayNumber
    switch day {
    case .index(let index): return newYear + index
    case .ordinal(let ordinal):
      let isLeap = CivilDate(year: year, month: 2, day: 29).exists
      return newYear + ordinal - 1 + (isLeap && ordinal >= 60 ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = CivilDate(year: year, month: month, day: 1)
      // CivilDate counts from Monday, TZ from Sunday.
      let found = first.dayNumber + (weekday - (first.weekday + 1) + 14) % 7 + 7 * (week - 1)
      return CivilDate(dayNumber: found).month == month ? found : found - 7
    }
  }
}

extension ZoneRule {
  /// The stretch that holds an instant, in seconds since 1970.
  func stretch(at time: Int) -> ZoneStretch {
    guard let summer else {
      return ZoneStretch(
        from: ZoneStretch.always.lowerBound, to: ZoneStretch.always.upperBound,
        offset: standard.offset, name: standard.name)
    }
    let year = CivilDate(dayNumber: floorDivision(time, 86_400)).year
    // Where both changes meet, summer time goes on without a break: its beginning counts last.
    let changes = (year - 1...year + 1).flatMap { year in
      [
        (at: summer.ends.localTime(in: year) - summer.clock.offset, rank: 0, clock: standard),
        (at: summer.begins.localTime(in: year) - standard.offset, rank: 1, clock: summer.clock),
      ]
    }.sorted { ($0.at, $0.rank) < ($1.at, $1.rank) }
    let last = changes.lastIndex { $0.at <= time } ?? 0
    let next = changes[(last + 1)...].first { $0.at > time }
    return ZoneStretch(
      from: changes[last].at, to: next?.at ?? ZoneStretch.always.upperBound,
      offset: changes[last].clock.offset, name: changes[last].clock.name)
  }
}
