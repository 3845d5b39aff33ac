import Testing

@testable import SupportModel

/// A ticket told in a line: `10:00 normal, 11:00 replies, 12:00 pending, Mon 15:00 resolved`.
///
/// A step is a time and what happens then. The first day is a Friday; `34:00` is ten o'clock on the
/// next, and so is `Sat 10:00`. What happens is a priority (the first step opens a customer's ticket
/// with it), a status, `asks` (the customer), `replies`, `notes`, `assigns` (ada), `ben-replies`
/// (another agent), `robot`, `model` (public messages of the desk itself and of an AI), `internal`
/// (opens a ticket without a customer), `category billing/refunds`, or what a merge brings from
/// another ticket: `brings 11:00 asks`.
struct SLAStory {
  private(set) var document: JSONObject?
  private(set) var events: [Event] = []

  /// What a merge brought at a time: the messages of the other ticket.
  private var brought: [(at: Instant, messages: [JSONObject])] = []

  var ticket: Ticket {
    get throws {
      var ticket = try #require(document.flatMap { Ticket($0) })
      guard !brought.isEmpty else { return ticket }
      ticket.thread = TicketThread(
        own: ticket.writtenMessages, joined: try brought.map { try joined($0, $1) })
      return ticket
    }
  }

  private func joined(
    _ at: Instant, _ messages: [JSONObject]
  ) throws -> TicketThread.Joined {
    let document = members([
      "id": "261120-3fmz2a", "customer": "bob@example.com",
      "messages": .array(messages.map(JSON.object)),
    ])
    return TicketThread.Joined(ticket: try #require(Ticket(document)), at: at, wasOpen: true)
  }

  init() {}

  init(_ text: String) throws {
    for step in text.split(separator: ",") {
      let (at, words) = try storyTime(step)
      try tell(words.joined(separator: " "), at: at)
    }
  }

  mutating func tell(_ act: String, at: Instant) throws {
    let words = act.split(separator: " ").map(String.init)
    let word = words[0]
    if document == nil { return open(word, at: at) }
    switch word {
    case "asks": say(.customer("bob@example.com"), at: at)
    case "replies": say(.agent("ada"), at: at)
    case "ben-replies": say(.agent("ben"), at: at)
    case "notes": say(.agent("ada"), isInternal: true, at: at)
    case "robot": say(.system, at: at)
    case "model": say(.ai, at: at)
    case "assigns": set("assigned_to", "ben", at: at)
    case "category": set("category", words[1], at: at)
    case "brings":
      let (past, act) = try storyTime(words.dropFirst().joined(separator: " "))
      bring(from: act == ["asks"] ? .customer("bob@example.com") : .agent("ben"), past, at: at)
    case _ where Priorities.standard[word] != nil: set("priority", word, at: at)
    default:
      try #require(Lifecycle.standard[word] != nil, "\(word)")
      fold(.ticketStatusChanged, enter(word, at: at), at: at)
    }
  }

  private mutating func open(_ word: String, at: Instant) {
    var patch = enter("new", at: at)
    patch.set["priority"] = .string(word == "internal" ? "normal" : word)
    patch.set["customer"] = word == "internal" ? nil : "bob@example.com"
    patch.set["created_at"] = .string(at.description)
    patch.message = message(.customer("bob@example.com"))
    fold(.ticketCreated, patch, at: at, by: .customer("bob@example.com"))
  }

  private func enter(_ status: String, at: Instant) -> Patch {
    let entry: JSON = ["status": .string(status), "at": .string(at.description)]
    return Patch(
      set: members(["status": .string(status)]), add: members(["statuses": [entry]]))
  }

  private mutating func set(_ field: String, _ value: String, at: Instant) {
    fold(.ticketUpdated, Patch(set: members([field: .string(value)])), at: at)
  }

  private mutating func say(_ author: Actor, isInternal: Bool = false, at: Instant) {
    let type: EventType = isInternal ? .ticketNoteAdded : .ticketMessageAdded
    fold(type, Patch(message: message(author, isInternal: isInternal)), at: at, by: author)
  }

  /// A message of another ticket keeps its time and its author.
  private mutating func bring(from author: Actor, _ past: Instant, at: Instant) {
    var message = message(author)
    message["at"] = .string(past.description)
    if brought.last?.at != at { brought.append((at, [])) }
    brought[brought.count - 1].messages.append(message)
  }

  private func message(_ author: Actor, isInternal: Bool = false) -> JSONObject {
    members([
      "author": .string(author.description), "body": "...",
      "direction": author.isCustomer ? "inbound" : "outbound", "is_internal": .bool(isInternal),
    ])
  }

  mutating func fold(
    _ type: EventType, _ patch: Patch, at: Instant, by actor: Actor = .agent("ada")
  ) {
    fold(EventDraft(type, .ticket(storyID), patch), at: at, by: actor)
  }

  /// Ids rise with the events, whatever their times say.
  mutating func fold(_ draft: EventDraft, at: Instant, by actor: Actor = .agent("ada")) {
    let id = EventID(time: Instant(storyID.date), chance: UInt128(events.count + 1))
    let event = Event(draft, id: id, at: at, by: actor)
    events.append(event)
    document = Fold.document(document, adding: event)
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

/// The days of a story; its week ends with another Friday.
private let storyDays = ["Fri", "Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri2"]

/// Takes a time off a step, with or without a day: `Mon 10:00 replies`.
private func storyTime(_ step: some StringProtocol) throws -> (Instant, words: [String]) {
  let words = String(step).split(separator: " ").map(String.init)
  guard storyDays.contains(words[0]) else {
    return (try clockTime(words[0]), Array(words.dropFirst()))
  }
  return (try clockTime(words.prefix(2).joined(separator: " ")), Array(words.dropFirst(2)))
}

/// `34:00` is ten o'clock on the second day of the stories, a Saturday: `Sat 10:00`.
func clockTime(_ text: some StringProtocol) throws -> Instant {
  let words = String(text).split(separator: " ").map(String.init)
  let day = storyDays.firstIndex(of: words[0]) ?? 0
  let parts = try words[words.count - 1].split(separator: ":").map { try #require(Int($0)) }
  return Instant(storyID.date)
    + TimeSpan(seconds: day * 86_400 + parts[0] * 3600 + parts[1] * 60)
}

func clockText(_ instant: Instant) -> String {
  let minutes = (instant - Instant(storyID.date)).seconds / 60
  return "\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
}

/// `Mon 10:00`
func weekText(_ instant: Instant) -> String {
  let minutes = (instant - Instant(storyID.date)).seconds / 60
  return storyDays[minutes / 1440] + " "
    + clockText(instant - TimeSpan(seconds: minutes / 1440 * 86_400))
}

/// `met after 1h, due 14:00`, `paused after 3h`, `none`
func summary(_ clock: SLAClock?, time: (Instant) -> String = clockText) -> String {
  guard let clock else { return "none" }
  let due = clock.dueAt.map { ", due \(time($0))" } ?? ""
  return "\(clock.state) after \(clock.elapsed)\(due)"
}
