/// When a desk works: the time that its clocks count.
package protocol WorkingTime: Sendable {
  /// The earliest instant at which `span` of working time has passed since `start`: work that runs
  /// out exactly at closing is due then, not at the next opening. An empty span ends at `start`.
  ///
  /// Where that is past the year 9999 it is `Instant.latest` or later.
  func instant(_ span: TimeSpan, after start: Instant) -> Instant

  /// The working time between two instants; zero when `end` is not after `start`.
  func span(from start: Instant, to end: Instant) -> TimeSpan

  /// Goes through what lies between two instants, in order: each interval that counts, and each
  /// holiday on which one would have.
  func walk(from start: Instant, to end: Instant, _ visit: (WorkingStep) -> Void)
}

/// What one meets on the way from one instant to another.
package enum WorkingStep: Hashable, Sendable {
  /// Time that counts; `day` is the local day on which the interval began.
  case open(day: CivilDate, from: Instant, to: Instant)
  /// The name is empty where the holiday has none.
  case holiday(day: CivilDate, name: String)
}

/// The calendar that never closes.
package struct AlwaysOpen: WorkingTime {
  package static let name = "24x7"

  package init() {}

  package func instant(_ span: TimeSpan, after start: Instant) -> Instant { start + span }

  package func span(from start: Instant, to end: Instant) -> TimeSpan { max(.zero, end - start) }

  package func walk(from start: Instant, to end: Instant, _ visit: (WorkingStep) -> Void) {
    if start < end { visit(.open(day: start.date, from: start, to: end)) }
  }
}
