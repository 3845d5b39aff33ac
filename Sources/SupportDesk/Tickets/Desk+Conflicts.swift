import SupportModel
import SupportStore

extension Desk {
  /// Every value that a merge overrode, of one ticket or of the whole desk, in the order of the
  /// events that won; `after` leaves those up to an event out. Of what customers may not see,
  /// neither side is shown to them.
  package func overriddenValues(
    of reference: String?, after: EventID? = nil
  ) throws -> [OverriddenValue] {
    let snapshot = try store.snapshot()
    let keys = try reference.map { Set([try resolve($0, in: snapshot).key]) }
    let since = keys?.first?.ticketID?.date
    let events: [Event] =
      if let keys {
        try store.log.events(of: keys, since: since).values.flatMap(\.self)
      } else {
        try snapshot.scrubbed(store.log.allEvents().filter(\.subject.kind.isFolded))
      }
    let found = Dictionary(grouping: events, by: \.subject).values.flatMap {
      OverriddenValue.find(in: $0)
    }
    let seen = try visible(events, in: snapshot)
    let fields = Dictionary(seen.map { ($0.id, $0.patch.set) }) { first, _ in first }
    return found.filter { value in
      guard after.map({ value.won.event > $0 }) ?? true else { return false }
      return fields[value.won.event]?[value.field] != nil && fields[value.lost.event] != nil
    }.sorted { ($0.won.event, $0.field) < ($1.won.event, $1.field) }
  }
}
