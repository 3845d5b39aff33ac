/// The wall time that a clock counts: from its start to its end without its pauses.
///
///     start      pause             pause             end
///     |--stretch--|     |--stretch--|     |--stretch--|
struct ClockRun {
  private struct Stretch {
    var from: Instant
    var to: Instant
  }

  private var stretches: [Stretch] = []
  private let workingTime: any WorkingTime
  /// Whether the end lies in a pause that goes on.
  let isPaused: Bool

  /// Takes pauses in order, that lie between start and end and do not overlap.
  init(from start: Instant, to end: Instant, pauses: [StatusStay], workingTime: any WorkingTime) {
    self.workingTime = workingTime
    isPaused = pauses.last.map { $0.to == nil } ?? false
    var from = start
    for pause in pauses {
      stretches.append(Stretch(from: from, to: pause.from))
      from = pause.to ?? end
    }
    if !isPaused { stretches.append(Stretch(from: from, to: end)) }
  }

  var elapsed: TimeSpan {
    stretches.reduce(.zero) { $0 + workingTime.span(from: $1.from, to: $1.to) }
  }

  /// When `span` is used up; past the end, when it would be if the clock ran on. Nil when a pause
  /// that goes on leaves something of it.
  func instant(reaching span: TimeSpan) -> Instant? {
    var left = span
    for (number, stretch) in stretches.enumerated() {
      let instant = workingTime.instant(left, after: stretch.from)
      let runsOn = !isPaused && number == stretches.count - 1
      if instant < stretch.to || runsOn { return instant }
      left = left - workingTime.span(from: stretch.from, to: stretch.to)
    }
    return nil
  }
}
