/// One clock with its arithmetic.
package struct SLAClockExplanation: Sendable {
  package let clock: SLAClock
  /// Whether it is the resolution up to the first time that the ticket was done.
  package let isFirstResolution: Bool
  package let steps: [SLAStep]

  package var kind: SLAReportClock {
    isFirstResolution ? .firstResolution : SLAReportClock(clock.kind)
  }

  /// What is left of the target; negative when it is late.
  package var left: TimeSpan { clock.target - clock.elapsed }

  /// Why it stopped; nil while it has not.
  package var stop: SLAMark? {
    steps.lazy.compactMap { step in
      guard case .mark(let mark) = step else { return nil }
      switch mark.reason {
      case .answered, .done: return mark
      case .opened, .asked, .changed, .warning, .due, .now: return nil
      }
    }.first
  }
}

/// Puts what the document, the log and the clocks know into one explanation for each clock.
struct ClockTales {
  private let clocks: SLAClocks
  private let history: StatusHistory
  private let past: SLAHistory
  private let workingTime: any WorkingTime
  private(set) var told: [SLAClockExplanation] = []

  init(
    _ ticket: Ticket, _ clocks: SLAClocks, _ history: StatusHistory, _ past: SLAHistory,
    _ workingTime: any WorkingTime
  ) {
    (self.clocks, self.history, self.past) = (clocks, history, past)
    self.workingTime = workingTime
    let opened = SLAMark(reason: .opened, at: history.start, by: past.opener)
    let conversation = Conversation(ticket, history)
    if let clock = clocks.firstResponse {
      let answer = conversation.firstReply.map {
        SLAMark(reason: .answered, at: $0, by: conversation.firstReplyBy)
      }
      tell(clock, from: opened, to: answer)
    }
    for (number, clock) in clocks.nextResponses.enumerated() {
      let asked = SLAMark(
        reason: .asked, at: clock.startedAt, by: ticket.customer.map(Actor.customer))
      let answer = conversation.waits[number].answeredBy.map {
        SLAMark(reason: .answered, at: clock.stoppedAt ?? clocks.now, by: $0)
      }
      tell(clock, from: asked, to: answer)
    }
    if let clock = clocks.firstResolution {
      tell(clock, isFirstResolution: true, from: opened, to: nil)
    }
    if let clock = clocks.resolution { tell(clock, from: opened, to: nil) }
  }

  /// `answer` is what stopped the clock, where it was not that the ticket was done.
  private mutating func tell(
    _ clock: SLAClock, isFirstResolution: Bool = false, from start: SLAMark, to answer: SLAMark?
  ) {
    var marks = [start]
    marks += past.changes.filter { $0.at >= clock.startedAt && $0.matters(to: clock.kind) }
      .map { SLAMark(reason: .changed($0), at: $0.at, by: $0.by) }
    let isAhead = clock.state == .running
    let end = clock.stoppedAt ?? clocks.now
    let warnsAt = clock.warnsAt == clock.dueAt ? nil : clock.warnsAt
    for (reason, at) in [(SLAMark.Reason.warning, warnsAt), (.due, clock.dueAt)] {
      if let at, at <= end || isAhead { marks.append(SLAMark(reason: reason, at: at)) }
    }
    marks.append(answer ?? done(clock) ?? SLAMark(reason: .now, at: clocks.now))
    let walk = ClockWalk(
      clock, now: clocks.now, workingTime: workingTime, marks: marks, author: author(of:))
    told.append(
      SLAClockExplanation(
        clock: clock, isFirstResolution: isFirstResolution, steps: walk.steps))
  }

  /// Who began the stay that a pause is a part of.
  private func author(of pause: StatusStay) -> Actor? {
    let stay = history.stays.last { $0.status == pause.status && $0.from <= pause.from }
    return stay.flatMap { past.author(of: $0.status, at: $0.from) }
  }

  private func done(_ clock: SLAClock) -> SLAMark? {
    guard let at = clock.stoppedAt else { return nil }
    let status = history.stays.first { history.isDone($0.status) && $0.from == at }?.status ?? ""
    return SLAMark(
      reason: .done(status: status), at: at, by: past.author(of: status, at: at))
  }
}
