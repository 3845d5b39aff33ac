/// A value that somebody set without knowing of another one: two replicas worked apart, a merge put
/// their events in order, and the later one won.
package struct OverriddenValue: Hashable, Sendable {
  package struct Side: Hashable, Sendable {
    package let event: EventID
    package let by: Actor
    package let at: Instant
    /// Nil where the side took the value away, or found none.
    package let value: JSON?
  }

  package let record: RecordKey
  /// The dotted path of the field.
  package let field: String
  package let won: Side
  package let lost: Side
}

extension OverriddenValue {
  /// Finds them in the events of one record, in any order and with any repeats.
  ///
  /// `from` keeps what an event's writer saw. Where the fold held something else when the event was
  /// applied, its writer did not know of that; where both sides set the same, nothing was lost.
  package static func find(in events: [Event]) -> [OverriddenValue] {
    var document: JSONObject?
    var setters: [(path: String, event: Event)] = []
    var found: [OverriddenValue] = []
    var last: EventID?
    for event in events.sorted(by: { $0.id < $1.id }) where event.id != last {
      last = event.id
      // What the writer of an erased event saw is erased as well.
      for member in event.scrubbed == nil ? event.patch.set.members : [] {
        let held = document?.value(at: member.key)
        let value = member.value.isNull ? nil : member.value
        if held != event.patch.from[member.key], held != value,
          let loser = setters.last(where: { touches($0.path, member.key) })?.event
        {
          found.append(
            OverriddenValue(
              record: event.subject, field: member.key, won: Side(event, value),
              lost: Side(loser, held)))
        }
      }
      document = Fold.document(document, adding: event)
      setters += event.patch.set.keys.map { ($0, event) }
    }
    return found
  }

  /// Whether setting one path changes what another one holds.
  private static func touches(_ one: String, _ other: String) -> Bool {
    one == other || one.hasPrefix(other + ".") || other.hasPrefix(one + ".")
  }
}

extension OverriddenValue.Side {
  fileprivate init(_ event: Event, _ value: JSON?) {
    self.init(event: event.id, by: event.by, at: event.at, value: value)
  }

  fileprivate var json: JSONObject {
    JSONObject([
      ("value", value ?? .null), ("by", .string(by.description)), ("at", .string(at.description)),
      ("event", .string(event.description)),
    ])
  }
}

extension OverriddenValue {
  package static let fields = ["ticket", "customer", "chat", "field", "won", "lost"]

  package var json: JSONObject {
    JSONObject([
      (record.kind.rawValue, .string(record.name)), ("field", .string(field)),
      ("won", .object(won.json)), ("lost", .object(lost.json)),
    ])
  }
}
