/// One line of a clock's arithmetic.
package enum SLAStep: Hashable, Sendable {
  /// Time that counts, with the sum so far; ahead is what lies after now.
  case open(day: CivilDate, from: Instant, to: Instant, sum: TimeSpan, isAhead: Bool)
  /// A day that would have counted. The name is empty where it has none.
  case holiday(day: CivilDate, name: String)
  /// Time that does not count because of the ticket's status, and who set that, where it is known.
  case rest(StatusStay, by: Actor?)
  case mark(SLAMark)
}

/// An instant that means something to a clock.
package struct SLAMark: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The ticket was opened.
    case opened
    /// The customer asked.
    case asked
    case changed(SLAChange)
    /// The part of the target is used up after which the policy warns.
    case warning
    case due
    /// An agent answered.
    case answered
    /// The ticket was done.
    case done(status: String)
    case now
  }

  package let reason: Reason
  package let at: Instant
  package var by: Actor?
}

/// Goes along a clock: from its start, past its pauses, to its end, and on to when it is due.
struct ClockWalk {
  private(set) var steps: [SLAStep] = []
  private let workingTime: any WorkingTime
  private var sum = TimeSpan.zero
  private var marks: ArraySlice<SLAMark>
  private var isAhead = false
  private var latestHoliday: CivilDate?

  /// `author` says who began a pause.
  init(
    _ clock: SLAClock, now: Instant, workingTime: any WorkingTime, marks: [SLAMark],
    author: (StatusStay) -> Actor?
  ) {
    self.workingTime = workingTime
    self.marks = Self.ordered(marks)[...]
    let end = clock.stoppedAt ?? now
    var from = clock.startedAt
    for pause in clock.pauses {
      go(from, to: pause.from)
      steps.append(.rest(pause, by: author(pause)))
      from = pause.to ?? end
      tell { $0.at < from }
    }
    if !clock.isPaused { go(from, to: end) }
    tell { $0.at <= end }
    isAhead = true
    if clock.state == .running, let due = clock.dueAt, end < due { go(end, to: due) }
    tell { _ in true }
  }

  /// By time, and those of one instant in the order they were given in.
  private static func ordered(_ marks: [SLAMark]) -> [SLAMark] {
    marks.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }

  /// Counts what is open between two instants, cut where there are marks.
  private mutating func go(_ from: Instant, to: Instant) {
    var from = from
    while let mark = marks.first, mark.at <= to {
      count(from, to: mark.at)
      from = max(from, mark.at)
      steps.append(.mark(marks.removeFirst()))
    }
    count(from, to: to)
  }

  private mutating func count(_ from: Instant, to: Instant) {
    guard from < to else { return }
    workingTime.walk(from: from, to: to) { step in
      switch step {
      case .open(let day, let from, let to):
        sum = sum + (to - from)
        steps.append(.open(day: day, from: from, to: to, sum: sum, isAhead: isAhead))
      case .holiday(let day, let name):
        if let latestHoliday, day <= latestHoliday { return }
        latestHoliday = day
        steps.append(.holiday(day: day, name: name))
      }
    }
  }

  private mutating func tell(_ isDue: (SLAMark) -> Bool) {
    while let mark = marks.first, isDue(mark) { steps.append(.mark(marks.removeFirst())) }
  }
}
