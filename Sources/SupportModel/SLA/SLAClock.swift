/// One promise about one ticket: how much of its time is used, and when it runs out.
package struct SLAClock: Hashable, Sendable {
  /// What the clock measures; the raw value names it in documents and settings.
  package enum Kind: String, Sendable, CaseIterable {
    case firstResponse = "first_response"
    case nextResponse = "next_response"
    case resolution
  }

  package enum State: String, Sendable, CaseIterable {
    case running, paused, met
    /// The time ran out, whether or not the clock has stopped since.
    case breached
  }

  package let kind: Kind
  package let startedAt: Instant
  package let target: TimeSpan
  /// The working time counted up to now, or until the clock stopped.
  package let elapsed: TimeSpan
  /// When the target is, or was, used up; for a clock that stopped in time, when it would have been.
  /// Nil while paused with time left. Meeting it to the millisecond is in time.
  package let dueAt: Instant?
  /// When the part of the target is used up after which the policy warns; nil as for `dueAt`.
  package let warnsAt: Instant?
  package let stoppedAt: Instant?
  package let isPaused: Bool
  /// The stays that did not count: pauses, and being done before a reopening.
  package let pauses: [StatusStay]
  package let state: State

  /// Whether it still waits for somebody, running or paused.
  package var isOpen: Bool { stoppedAt == nil }
  package var isBreached: Bool { state == .breached }
}

extension SLAClock {
  /// Runs a clock from `start` to `stop`, or to `now`, past the stays in which it rests.
  init(
    _ kind: Kind, target: TimeSpan, warnAt: Double, from start: Instant, to stop: Instant?,
    now: Instant, resting: [StatusStay], workingTime: any WorkingTime
  ) {
    let pauses = resting.compactMap { $0.clipped(from: start, to: stop) }
    let run = ClockRun(from: start, to: stop ?? now, pauses: pauses, workingTime: workingTime)
    let warning = TimeSpan(
      milliseconds: Int64(Double(target.milliseconds) * warnAt + 0.5))
    self.kind = kind
    self.target = target
    self.pauses = pauses
    startedAt = start
    stoppedAt = stop
    elapsed = run.elapsed
    dueAt = run.instant(reaching: target)
    warnsAt = run.instant(reaching: warning)
    isPaused = run.isPaused
    let ranOut = dueAt.map { $0 < stop ?? now } ?? false
    state = ranOut ? .breached : stop != nil ? .met : run.isPaused ? .paused : .running
  }
}
