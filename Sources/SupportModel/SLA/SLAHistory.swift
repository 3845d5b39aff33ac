/// What a ticket's events tell beyond its document: who set a status, and what moved its targets.
///
/// Times never run backwards, as in `StatusHistory`, so that both name the same instants.
struct SLAHistory {
  private struct Turn {
    var status: String
    var at: Instant
    var by: Actor
  }

  private var turns: [Turn] = []
  /// Who opened the ticket.
  private(set) var opener: Actor?
  /// What moved the targets, in order.
  private(set) var changes: [SLAChange] = []

  /// `promise` says what today's settings promise about the ticket as it was.
  init(_ events: [Event], from start: Instant, now: Instant, promise: (Ticket) -> SLAPromise) {
    var document: JSONObject?
    var latest: SLAPromise?
    var turnAt = start
    var changeAt = start
    for event in events.sorted(by: { $0.id < $1.id }) where event.id != document?.head {
      let before = document
      document = Fold.document(document, adding: event)
      opener = opener ?? event.by
      for (status, at) in Self.statuses(event) {
        turnAt = min(max(at, turnAt), now)
        turns.append(Turn(status: status, at: turnAt, by: event.by))
      }
      guard let ticket = document.flatMap(Ticket.init) else { continue }
      let promised = promise(ticket)
      changeAt = min(max(event.at, changeAt), now)
      if let old = latest, old != promised {
        changes.append(
          SLAChange(
            at: changeAt, by: event.by, fields: Self.fields(event, before, document),
            before: old, after: promised))
      }
      latest = promised
    }
  }

  /// Who set a status at an instant; nil where the log does not say.
  func author(of status: String, at: Instant) -> Actor? {
    turns.last { $0.status == status && $0.at == at }?.by
  }

  private static func statuses(_ event: Event) -> [(String, Instant)] {
    event.patch.add["statuses"]?.array?.compactMap { entry in
      guard let status = entry["status"]?.string,
        let at = entry["at"]?.string.flatMap({ Instant($0) })
      else { return nil }
      return (status, at)
    } ?? []
  }

  /// Fields that conditions and targets speak of, besides those of the desk's own making.
  private static func fields(
    _ event: Event, _ before: JSONObject?, _ after: JSONObject?
  ) -> [SLAChange.Field] {
    let keys = event.patch.set.keys + event.patch.add.keys + event.patch.remove.keys
    var seen: Set<String> = ["statuses", "first_response_at"]
    return keys.compactMap { key in
      let isDesks = key.hasPrefix("sla.") || key.hasPrefix("read_by_")
      guard !isDesks, seen.insert(key).inserted else { return nil }
      return SLAChange.Field(
        name: key, before: text(before?.value(at: key)), after: text(after?.value(at: key)))
    }
  }

  private static func text(_ value: JSON?) -> String? {
    guard let value else { return nil }
    return value.string
      ?? (value.array == nil ? value.compact : value.strings.joined(separator: ","))
  }
}

extension JSONObject {
  fileprivate var head: EventID? { self["head"]?.string.flatMap { EventID($0) } }
}
