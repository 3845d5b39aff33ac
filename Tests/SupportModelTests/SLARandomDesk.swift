@testable import SupportModel

/// Tickets with random pasts, the same for the same seed: of several months, teams and priorities,
/// talked about, paused, resolved and reopened; some with an outcome on record.
struct SLARandomDesk {
  private(set) var tickets: [(ticket: Ticket, clocks: SLAClocks?)] = []
  private var random: FilterRandom

  /// The tickets are looked at after a hundred days.
  static let now = "2400:00"

  init(seed: UInt64, count: Int) throws {
    random = FilterRandom(state: seed)
    for _ in 0..<count { tickets.append(try ticket()) }
  }

  private mutating func ticket() throws -> (Ticket, SLAClocks?) {
    var hour = Int.random(in: 0..<2300, using: &random)
    var story = try SLAStory(step(&hour, pick(["normal", "urgent", "low", "internal"])))
    story.fold(.ticketUpdated, Patch(set: fields()), at: try clockTime("\(hour):00"))
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let verb = pick([
        "replies", "replies", "asks", "asks", "pending", "open", "resolved", "robot", "urgent",
      ])
      let steps = step(&hour, verb).split(separator: " ")
      try story.tell(String(steps[1]), at: clockTime(steps[0]))
    }
    if story.isDone, Bool.random(using: &random) {
      // A promise of another time, on record.
      let strict = SLAPolicy(
        name: "old", targets: ["normal": SLATargets(firstResponse: .minutes(90))])
      let outcome = SLAOutcome(try story.clocks(Self.now, strict))
      let at = try clockTime(Self.now)
      story.fold(
        .ticketResolved, Patch(set: JSONObject([(SLAOutcome.path, outcome.json)])), at: at)
    }
    // Nobody promises anything about one ticket in eight.
    let isPromised = Int.random(in: 0..<8, using: &random) > 0
    return (try story.ticket, isPromised ? try story.clocks(Self.now) : nil)
  }

  /// `25:13 replies`, some hours after the last step.
  private mutating func step(_ hour: inout Int, _ verb: String) -> String {
    hour = min(hour + Int.random(in: 0...5, using: &random), 2399)
    return "\(hour):\(padded(Int.random(in: 0..<60, using: &random), to: 2)) \(verb)"
  }

  private mutating func fields() -> JSONObject {
    var fields = JSONObject()
    for (key, values) in [
      ("team", ["tier-1", "tier-2"]), ("category", ["billing", "billing/refund", "app"]),
      ("channel", ["web", "email"]), ("assigned_to", ["ada", "eve"]),
    ] where Int.random(in: 0..<3, using: &random) > 0 {
      fields[key] = .string(pick(values))
    }
    return fields
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: words.indices, using: &random)]
  }
}

extension SLAStory {
  fileprivate var isDone: Bool {
    document?["status"]?.string.map { Lifecycle.standard.phase(of: $0) } == .done
  }
}
