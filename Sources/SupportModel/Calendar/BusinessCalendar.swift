import Synchronization

/// When a desk works: hours of the week on the wall clock of a zone, except on holidays.
///
/// The wall clock decides. A moment counts when a clock on the wall of that zone shows, for it, a
/// day and a time that are open; how long it counts is the seconds that really pass. So an hour that
/// spring leaves out is missing, an hour that autumn repeats counts twice where it is open, and a
/// day that a zone skips never was.
package struct BusinessCalendar: Sendable {
  /// The zone as the calendar names it: `Europe/Paris`.
  package let zoneName: String
  package let zone: TimeZoneRules
  let hours: WeekHours
  private let sums: Sums

  init(zoneName: String, zone: TimeZoneRules, hours: WeekHours) {
    (self.zoneName, self.zone, self.hours) = (zoneName, zone, hours)
    sums = Sums()
  }

  /// The running sums, made when somebody asks for them and shared by all copies of the calendar.
  private final class Sums: Sendable {
    let openTime = Mutex<OpenTime?>(nil)
  }

  private func ask<Answer: Sendable>(
    at start: Instant, _ question: (inout OpenTime) -> Answer
  ) -> Answer {
    sums.openTime.withLock { openTime in
      var table = openTime.take() ?? OpenTime(zone, hours, around: Int(start.milliseconds))
      defer { openTime = table }
      return question(&table)
    }
  }

  /// How many days its sums hold by now: what it costs in memory.
  var size: Int { sums.openTime.withLock { $0?.size ?? 0 } }
}

extension BusinessCalendar: Hashable {
  package static func == (left: BusinessCalendar, right: BusinessCalendar) -> Bool {
    left.zoneName == right.zoneName && left.hours == right.hours && left.zone == right.zone
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(zoneName)
    hasher.combine(hours)
  }
}

extension BusinessCalendar: WorkingTime {
  package func instant(_ span: TimeSpan, after start: Instant) -> Instant {
    guard span > .zero else { return start }
    let found = ask(at: start) { openTime in
      openTime.instant(
        reaching: openTime.before(Int(start.milliseconds)) + Int(span.milliseconds))
    }
    return found.map { Instant(milliseconds: Int64($0)) } ?? .latest
  }

  package func span(from start: Instant, to end: Instant) -> TimeSpan {
    guard start < end else { return .zero }
    let open = ask(at: start) { openTime in
      let before = openTime.before(Int(start.milliseconds))
      return openTime.before(Int(end.milliseconds)) - before
    }
    return TimeSpan(milliseconds: Int64(open))
  }
}
