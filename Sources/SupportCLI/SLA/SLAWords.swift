import SupportModel

/// What is said about clocks, in times of a calendar's zone and in whole seconds: what is beyond them
/// is left out of times and sums, and the rest is reckoned with those.
struct SLAWords {
  let wall: WallText

  init(_ wall: WallText) { self.wall = wall }

  /// `pending or on_hold`
  static func choice(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func name(_ actor: Actor?) -> String? {
    switch actor {
    case .agent(let handle): handle
    case .customer(let email): email
    case .system: "the desk"
    case .ai: "the AI"
    case nil: nil
    }
  }

  private static func by(_ actor: Actor?) -> String { name(actor).map { " by \($0)" } ?? "" }
}

// MARK: Sentences

extension SLAWords {
  /// `First response: in time, answered by ada after 1h of 4h.`
  func sentence(_ explanation: SLAClockExplanation) -> String {
    let clock = explanation.clock
    let target = clock.target.exact
    let left = "\((clock.target - clock.elapsed.whole).exact) of \(target) left"
    let due = clock.dueAt.map { wall.short($0.whole) } ?? ""
    let end = ending(explanation)
    let text =
      switch clock.state {
      case .running: "\(left), due \(due)."
      case .paused: "paused with \(left)."
      case .met: "in time, \(end ?? "") of \(target)."
      case .breached:
        "\(lateness(explanation)). Due \(due) after \(target)" + (end.map { ", \($0)." } ?? ".")
      }
    return "\(FigureText.heading(explanation.kind)): \(text)"
  }

  private func lateness(_ explanation: SLAClockExplanation) -> String {
    let clock = explanation.clock
    let late =
      switch clock.elapsed.whole - clock.target {
      case .zero where explanation.left == .zero: "late, though no working time has passed since"
      case .zero: "late by less than a second"
      case let excess: "late by \(excess.exact)"
      }
    return clock.isPaused ? late + ", paused" : late
  }

  /// How it stopped: `answered by ada after 1h`; nil while it has not.
  private func ending(_ explanation: SLAClockExplanation) -> String? {
    guard let stop = explanation.stop else { return nil }
    let after = "after \(explanation.clock.elapsed.whole.exact)"
    guard case .done(let status) = stop.reason else {
      return "answered\(Self.by(stop.by)) \(after)"
    }
    let lack = explanation.clock.kind == .resolution ? "" : " without an answer"
    return "\(status)\(Self.by(stop.by))\(lack) \(after)"
  }

  /// What was recorded, a line for each clock.
  func lines(_ outcome: SLAOutcome) -> [String] {
    let clocks: [SLAReportClock] = [.firstResponse, .nextResponse, .firstResolution, .resolution]
    return clocks.flatMap { clock in
      outcome.measurements(clock).map { "  \(FigureText.heading(clock)): \(phrase($0))." }
    }
  }

  private func phrase(_ measurement: SLAMeasurement) -> String {
    let used = [measurement.elapsedSeconds, measurement.targetSeconds]
      .map { TimeSpan(seconds: $0).exact }.joined(separator: " of ")
    let due = measurement.dueAt.map { "; due \(wall.short($0.whole))" } ?? ""
    return switch measurement.result {
    case .met: "in time after \(used)"
    case .breached: "late after \(used)\(due)"
    case .pending: "open after \(used)\(due)"
    }
  }
}

// MARK: Lines

extension SLAWords {
  /// The lines of a step: one, but for changes, which tell what they moved as well.
  func rows(_ step: SLAStep, of kind: SLAClock.Kind) -> [TimeRow] {
    switch step {
    case .open(let day, let from, let to, let sum, let isAhead):
      let before = (sum - (to - from)).whole
      var row = TimeRow(open: day, from: from.whole, to: to.whole, sum: sum.whole)
      row.length = sum.whole - before
      // Between two marks of one second nothing is to be seen.
      if from.whole == to.whole, row.length == .zero { return [] }
      if isAhead { (row.note, row.style) = ("ahead", .dim) }
      return [row]
    case .holiday(let day, let name): return [TimeRow(holiday: day, name: name)]
    case .rest(let stay, let by):
      let note = stay.status + Self.by(by)
      return [
        TimeRow(
          day: wall.day(of: stay.from), from: stay.from.whole, to: stay.to?.whole, note: note)
      ]
    case .mark(let mark):
      return Self.notes(mark, kind).map {
        TimeRow(day: wall.day(of: mark.at), from: mark.at.whole, note: $0)
      }
    }
  }

  private static func notes(_ mark: SLAMark, _ kind: SLAClock.Kind) -> [String] {
    switch mark.reason {
    case .opened: ["opened\(by(mark.by))"]
    case .asked: ["asked\(by(mark.by))"]
    case .warning: ["warning"]
    case .due: ["due"]
    case .answered: ["answered\(by(mark.by))"]
    case .done(let status): ["\(status)\(by(mark.by))"]
    case .now: ["now"]
    case .changed(let change): notes(change, kind)
    }
  }

  /// What was set, and what that moved.
  private static func notes(_ change: SLAChange, _ kind: SLAClock.Kind) -> [String] {
    let fields = change.fields.map {
      "\($0.name) \($0.after ?? "none"), was \($0.before ?? "none")"
    }
    let targets = [change.after, change.before].map { promise in
      promise.targets[kind].map(\.exact) ?? "none"
    }
    let isOtherPolicy = change.before.policy != change.after.policy
    return fields + ["changed\(by(change.by)): target \(targets[0]), was \(targets[1])"]
      + (isOtherPolicy ? ["policy \(change.after.policy ?? "none")"] : [])
  }
}

extension TimeSpan {
  fileprivate var whole: TimeSpan { TimeSpan(seconds: seconds) }
}

extension Instant {
  fileprivate var whole: Instant { Instant(seconds: (self - Instant(seconds: 0)).seconds) }
}
