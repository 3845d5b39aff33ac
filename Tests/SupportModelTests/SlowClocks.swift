@testable import SupportModel

/// The clocks of a story, counted minute by minute: slow, and plain to see through.
struct SlowClocks {
  struct Reading: Equatable {
    var start: Int
    var stop: Int?
    /// In minutes, as all of these.
    var elapsed: Int
    /// Nil while a pause goes on with time left.
    var due: Int?
    var isBreached: Bool
  }

  private struct Clock {
    var start: Int
    var stop: Int?
    var target: Int
    /// Whether the clock rests in statuses that pause, besides those of being done.
    var pauses: Bool
  }

  private let isOpen: [Bool]
  private let now: Int
  /// The status in each minute up to now.
  private var statuses: [String] = []
  private var hasCustomer = true
  private var priority = ""
  private var firstReply: Int?
  private var waits: [(since: Int, until: Int?)] = []
  private var doneSince: Int?
  private var firstDone: Int?
  private var isReopened = false

  private static func isDone(_ status: String) -> Bool { ["resolved", "closed"].contains(status) }
  private static func isPause(_ status: String) -> Bool { ["pending", "on_hold"].contains(status) }

  init(_ story: RandomStory, isOpen: [Bool]) {
    self.isOpen = isOpen
    now = story.now
    var acts = story.acts[...]
    var status = "new"
    var waiting: (since: Int, done: Int?)?
    for minute in 0...now {
      while let act = acts.first, act.minute == minute {
        acts.removeFirst()
        switch act.word {
        case "internal": (hasCustomer, priority) = (false, "normal")
        case "normal", "urgent": priority = act.word
        case "asks":
          guard firstReply != nil else { continue }
          if let asked = waiting {
            guard let done = asked.done else { continue }
            waits.append((asked.since, done))
          }
          waiting = (minute, nil)
        case "replies", "ben-replies":
          firstReply = firstReply ?? minute
          if let asked = waiting { waits.append((asked.since, minute)) }
          waiting = nil
        case "notes", "robot", "assigns": break
        case status: break
        default:
          if Self.isDone(act.word) {
            if !Self.isDone(status) { doneSince = minute }
            firstDone = firstDone ?? minute
            if let asked = waiting, asked.done == nil { waiting?.done = minute }
          } else {
            isReopened = isReopened || firstDone != nil
            doneSince = nil
          }
          status = act.word
        }
      }
      statuses.append(status)
    }
    guard let asked = waiting else { return }
    if let doneSince {
      if asked.since < doneSince { waits.append((asked.since, doneSince)) }
    } else {
      waits.append((asked.since, nil))
    }
  }

  /// Targets in minutes: first response, next response, resolution.
  func readings(
    _ targets: [String: [Int]], pausesFirst: Bool
  ) -> (first: Reading?, next: [Reading], firstResolution: Reading?, resolution: Reading?) {
    guard let targets = targets[priority] else { return (nil, [], nil, nil) }
    let resolution = Clock(start: 0, stop: doneSince, target: targets[2], pauses: true)
    var first = resolution
    first.stop = firstDone
    let answer = Clock(
      start: 0, stop: firstReply ?? doneSince, target: targets[0], pauses: pausesFirst)
    let next = waits.map {
      Clock(start: $0.since, stop: $0.until, target: targets[1], pauses: true)
    }
    return (
      hasCustomer ? read(answer) : nil, hasCustomer ? next.map(read) : [],
      isReopened ? read(first) : nil, read(resolution)
    )
  }

  private func read(_ clock: Clock) -> Reading {
    let end = clock.stop ?? now
    func rests(_ minute: Int) -> Bool {
      // Past a stop the clock is thought to run on; an open one rests on as it rests now.
      if minute >= end, clock.stop != nil { return false }
      let status = statuses[min(minute, now)]
      return Self.isDone(status) || clock.pauses && Self.isPause(status)
    }
    var counted = 0
    var elapsed = 0
    var due: Int?
    var minute = clock.start
    while minute < isOpen.count {
      if minute == end { elapsed = counted }
      if counted >= clock.target, due == nil, !rests(minute) { due = minute }
      if due != nil, minute >= end { break }
      if !rests(minute), isOpen[minute] { counted += 1 }
      minute += 1
    }
    let isBreached = due.map { $0 < end } ?? false
    return Reading(
      start: clock.start, stop: clock.stop, elapsed: elapsed, due: due, isBreached: isBreached)
  }
}
