@testable import SupportModel

/// What happened to a ticket, minute by minute, made at random; and the ticket it makes.
struct RandomStory {
  /// Acts by the minute after the start at which they happened; the first opens the ticket.
  private(set) var acts: [(minute: Int, word: String)] = []
  private(set) var told = SLAStory()
  /// The minute at which the clocks are looked at.
  let now: Int

  /// At most one act a minute, but for an answer that sets a status. Half of the stories keep to
  /// half hours, so that time often runs out just when something happens.
  init(
    from start: Instant, minutes: Int, jitter: Bool = false, _ random: inout FilterRandom
  ) throws {
    let grid = Bool.random(using: &random) ? 30 : 1
    func gap(from least: Int) -> Int {
      grid * Int.random(in: least...max(1, minutes / 8 / grid), using: &random)
    }
    var minute = 0
    acts = [(0, pick(["normal", "normal", "urgent", "internal"], &random))]
    for _ in 0..<Int.random(in: 0...14, using: &random) {
      minute += gap(from: 1)
      guard minute < minutes else { break }
      acts.append(
        (
          minute,
          pick(
            [
              "asks", "asks", "replies", "ben-replies", "notes", "robot", "assigns", "normal",
              "urgent", "pending", "on_hold", "open", "in_progress", "resolved", "closed",
            ], &random)
        ))
      if acts[acts.count - 1].word == "replies", Bool.random(using: &random) {
        acts.append((minute, pick(["pending", "open", "resolved"], &random)))
      }
    }
    now = minute + gap(from: 0)
    for act in acts {
      let odd = jitter ? Int64.random(in: 0..<60_000, using: &random) : 0
      try told.tell(act.word, at: start + TimeSpan(milliseconds: Int64(act.minute) * 60_000 + odd))
    }
  }
}
