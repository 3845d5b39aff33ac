/// A change to a ticket while a verb puts it together.
struct TicketChange {
  let document: JSONObject
  /// The ticket that it changes; nil for one that begins with it.
  private let ticket: Ticket?
  var patch = Patch()
  var meta = JSONObject()
  /// Whether this change ends the work, so that the outcome of its clocks is to be kept.
  private var ends = false

  init(_ document: JSONObject = JSONObject()) { (self.document, ticket) = (document, nil) }

  init(_ ticket: Ticket) { (document, self.ticket) = (ticket.document, ticket) }

  /// Sets a field where that changes anything, and keeps its old value for the audit.
  mutating func set(_ path: String, _ value: JSON?) {
    let old = document.value(at: path)
    guard old != value else { return }
    patch.set[path] = value ?? .null
    if let old { patch.from[path] = old }
  }

  mutating func set(_ path: String, _ text: String?) { set(path, text.map(JSON.string)) }
  mutating func set(_ path: String, _ time: Instant) { set(path, .string(time.description)) }

  /// Adds values to a list where they are not in it yet.
  mutating func add(_ key: String, _ values: [JSON]) {
    let added = patch.add[key]?.array ?? []
    let present = (document[key]?.array ?? []) + added
    let new = values.filter { !present.contains($0) }
    guard !new.isEmpty else { return }
    patch.add[key] = .array(added + new)
  }

  /// Takes values out of a list where they are in it.
  mutating func remove(_ key: String, _ values: [JSON]) {
    let present = document[key]?.array ?? []
    let gone = values.filter(present.contains)
    guard !gone.isEmpty else { return }
    patch.remove[key] = .array((patch.remove[key]?.array ?? []) + gone)
  }

  /// The event of this change. Where it ends the work, the clocks are read as they stand after it.
  func draft(_ type: EventType, _ id: TicketID, _ acting: Acting) -> EventDraft {
    let draft = EventDraft(type, .ticket(id), patch, meta: meta)
    guard ends else { return draft }
    let event = Event(draft, id: EventID(bits: .max), at: acting.now, by: acting.person.actor)
    guard let after = ticket?.adding(event) ?? Ticket(Fold.document(document, adding: event)),
      let clocks = acting.rules.clocks(of: after, customers: acting.customers)
    else { return draft }
    var complete = self
    complete.set(SLAOutcome.path, SLAOutcome(clocks).json)
    return EventDraft(type, .ticket(id), complete.patch, meta: meta)
  }
}

extension TicketChange {
  /// Moves the ticket to a status, with the facts that come with its phase.
  mutating func move(_ ticket: Ticket, to status: Status, _ acting: Acting) {
    let before = acting.settings.lifecycle.phase(of: ticket.status)
    set("status", status.code)
    set("pending_until", nil as String?)
    add("statuses", [freshTimelineEntry(status.code, acting.now)])
    switch status.code {
    case "resolved": set("resolved_at", acting.now)
    case "closed": set("closed_at", acting.now)
    default: break
    }
    if before == .done, status.phase != .done {
      for fact in ["resolved_at", "closed_at", "sla.outcome"] { set(fact, nil as JSON?) }
    }
    ends = before != .done && status.phase == .done
  }

  /// The time of the move that it makes; nil where it makes none.
  var turnedAt: Instant? {
    patch.add["statuses"]?.array?.last?["at"]?.string.flatMap { Instant($0) }
  }

  /// The entry of a move. The timeline is a set: one that stands there already, made within the
  /// same millisecond, would be lost, so that a later one moves on by a millisecond until it is new.
  private func freshTimelineEntry(_ status: String, _ at: Instant) -> JSON {
    let present = document["statuses"]?.array ?? []
    var at = at
    while present.contains(Self.timelineEntry(status, at)) { at = at + TimeSpan(milliseconds: 1) }
    return Self.timelineEntry(status, at)
  }

  static func timelineEntry(_ status: String, _ at: Instant) -> JSON {
    .object(JSONObject([("status", .string(status)), ("at", .string(at.description))]))
  }

  /// Puts a message into the thread.
  mutating func say(
    _ body: String, _ direction: Message.Direction, isInternal: Bool = false,
    attachments: [Attachment] = [], name: String? = nil
  ) {
    var message = JSONObject()
    message["author_name"] = name.map(JSON.string)
    message["direction"] = .string(direction.rawValue)
    if isInternal { message["is_internal"] = true }
    message["body"] = .string(body)
    if !attachments.isEmpty { message["attachments"] = .array(attachments.map(\.json)) }
    patch.message = message
  }
}
