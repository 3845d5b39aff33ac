extension BusinessCalendar {
  /// Looks at each local day between two instants: what one reads line by line, not how sums are
  /// made.
  package func walk(from start: Instant, to end: Instant, _ visit: (WorkingStep) -> Void) {
    var walk = Walk(hours: hours, wanted: start..<max(start, end))
    var at = start
    let lastSecond = Int(floorDivision(end.milliseconds, 1000))
    while at < end {
      let stretch = zone.stretch(at: Int(floorDivision(at.milliseconds, 1000)))
      let next = stretch.to <= lastSecond ? Instant(seconds: stretch.to) : end
      walk.go(from: at, to: next, offset: TimeSpan(seconds: stretch.offset), visit)
      at = next
    }
    walk.finish(visit)
  }

  /// Puts the parts of days together to the intervals that somebody wrote down.
  private struct Walk {
    let hours: WeekHours
    let wanted: Range<Instant>
    /// The interval that may go on in the next part.
    private var open: (day: Int, from: Instant, to: Instant)?
    private var latestHoliday = Int.min

    init(hours: WeekHours, wanted: Range<Instant>) { (self.hours, self.wanted) = (hours, wanted) }

    /// Goes through a time in which the wall clock is a constant ahead of UTC.
    mutating func go(
      from start: Instant, to end: Instant, offset: TimeSpan, _ visit: (WorkingStep) -> Void
    ) {
      let first = (start + offset).date.dayNumber
      let last = (end + offset).date.dayNumber
      for day in first...last {
        let midnight = Instant(CivilDate(dayNumber: day)) - offset
        func clip(_ part: Range<Int>) -> (from: Instant, to: Instant)? {
          let from = max(start, midnight + TimeSpan(milliseconds: Int64(part.lowerBound)))
          let to = min(end, midnight + TimeSpan(milliseconds: Int64(part.upperBound)))
          return from < to ? (from, to) : nil
        }
        let kind = hours.kind(of: day)
        for (place, part) in hours.parts[kind].enumerated() {
          guard let time = clip(part) else { continue }
          let isNight = place == 0 && hours.beginsWithNight(kind)
          count(isNight ? day - 1 : day, time.from, time.to, visit)
        }
        if day > latestHoliday, let name = hours.holidays.name(of: day),
          hours.partsWithoutHolidays(of: day).contains(where: { clip($0) != nil })
        {
          finish(visit)
          visit(.holiday(day: CivilDate(dayNumber: day), name: name))
          latestHoliday = day
        }
      }
    }

    private mutating func count(
      _ day: Int, _ from: Instant, _ to: Instant, _ visit: (WorkingStep) -> Void
    ) {
      if let open, open.day == day, open.to == from {
        self.open?.to = to
      } else {
        finish(visit)
        open = (day, from, to)
      }
    }

    mutating func finish(_ visit: (WorkingStep) -> Void) {
      if let open {
        visit(.open(day: CivilDate(dayNumber: open.day), from: open.from, to: open.to))
      }
      open = nil
    }
  }
}
