import Testing

@testable import SupportModel

/// A ticket told in a line: `10:00 normal, 11:00 replies, 12:00 pending, 15:00 resolved`.
///
/// A step is a time on the first day (`34:00` is ten o'clock on the next) and what happens then: a
/// priority (the first step opens a customer's ticket with it), a status, `asks` (the customer),
/// `replies`, `notes` (an agent), `robot`, `model` (public messages of the desk itself and of an
/// AI), or `internal` (opens a ticket without a customer).
struct SLAStory {
  private(set) var document: JSONObject?
  private var count: UInt128 = 0

  var ticket: Ticket { get throws { try #require(document.flatMap { Ticket($0) }) } }

  init(_ text: String) throws {
    for step in text.split(separator: ",") {
      let words = step.split(separator: " ").map(String.init)
      try tell(words[1], at: clockTime(words[0]))
    }
  }

  mutating func tell(_ word: String, at: Instant) throws {
    if document == nil { try open(priority: word == "internal" ? "normal" : word, at: at) }
    switch word {
    case "asks": fold(.ticketMessageAdded, say(.customer("bob@example.com")), at: at)
    case "replies": fold(.ticketMessageAdded, say(.agent("ada")), at: at)
    case "notes": fold(.ticketNoteAdded, say(.agent("ada"), isInternal: true), at: at)
    case "robot": fold(.ticketMessageAdded, say(.system), at: at)
    case "model": fold(.ticketMessageAdded, say(.ai), at: at)
    case "internal": fold(.ticketUpdated, Patch(set: members(["customer": .null])), at: at)
    case _ where Priorities.standard[word] != nil:
      fold(.ticketUpdated, Patch(set: members(["priority": .string(word)])), at: at)
    default:
      try #require(Lifecycle.standard[word] != nil, "\(word)")
      fold(.ticketStatusChanged, enter(word, at: at), at: at)
    }
  }

  private mutating func open(priority: String, at: Instant) throws {
    var patch = enter("new", at: at)
    patch.set["priority"] = .string(priority)
    patch.set["customer"] = "bob@example.com"
    patch.set["created_at"] = .string(at.description)
    patch.message = say(.customer("bob@example.com")).message
    fold(.ticketCreated, patch, at: at)
  }

  private func enter(_ status: String, at: Instant) -> Patch {
    let entry: JSON = ["status": .string(status), "at": .string(at.description)]
    return Patch(
      set: members(["status": .string(status)]), add: members(["statuses": [entry]]))
  }

  private func say(_ author: Actor, isInternal: Bool = false) -> Patch {
    Patch(
      message: members([
        "author": .string(author.description), "body": "...",
        "direction": author.isCustomer ? "inbound" : "outbound", "is_internal": .bool(isInternal),
      ]))
  }

  mutating func fold(_ type: EventType, _ patch: Patch, at: Instant) {
    fold(EventDraft(type, .ticket(storyID), patch), at: at)
  }

  mutating func fold(_ draft: EventDraft, at: Instant) {
    count += 1
    document = Fold.document(
      document, adding: Event(draft, id: EventID(bits: count), at: at, by: .system))
  }

  func clocks(
    _ now: String, _ policy: SLAPolicy = .test, _ workingTime: any WorkingTime = AlwaysOpen()
  ) throws -> SLAClocks {
    SLAClocks(
      try ticket, policy, workingTime: workingTime, now: try clockTime(now), lifecycle: .standard)
  }
}

let storyID = TicketID(CivilDate(year: 2026, month: 11, day: 20))

extension TicketID {
  fileprivate init(_ date: CivilDate) { self.init(at: Instant(date), chance: 7) }
}

/// The members of an object written as a literal.
func members(_ literal: JSON) -> JSONObject { literal.object ?? JSONObject() }

extension SLAPolicy {
  static let test = SLAPolicy(
    name: "test",
    targets: [
      "normal": SLATargets(
        firstResponse: .hours(4), nextResponse: .hours(2), resolution: .hours(48)),
      "urgent": SLATargets(
        firstResponse: .hours(1), nextResponse: .minutes(30), resolution: .hours(8)),
    ])
}

/// `34:00` is ten o'clock on the second day of the stories.
func clockTime(_ text: some StringProtocol) throws -> Instant {
  let parts = try text.split(separator: ":").map { try #require(Int($0)) }
  return Instant(storyID.date) + TimeSpan(seconds: parts[0] * 3600 + parts[1] * 60)
}

func clockText(_ instant: Instant) -> String {
  let minutes = (instant - Instant(storyID.date)).seconds / 60
  return "\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
}

/// `met after 1h, due 14:00`, `paused after 3h`, `none`
func summary(_ clock: SLAClock?) -> String {
  guard let clock else { return "none" }
  let due = clock.dueAt.map { ", due \(clockText($0))" } ?? ""
  return "\(clock.state) after \(clock.elapsed)\(due)"
}
