import SupportModel
import SupportStore

/// Watches what happens, as one person may see it.
package struct Following {
  private let desk: Desk
  private let record: RecordKey?
  private var feed: EventFeed

  fileprivate init(_ desk: Desk, _ record: RecordKey?) throws {
    (self.desk, self.record) = (desk, record)
    feed = try EventFeed(desk.store.log)
  }

  /// The events that arrived since the last time, merged ones too, however old they are.
  package mutating func next() throws -> [Event] {
    let events = try feed.next().filter { record == nil || $0.subject == record }
    guard !events.isEmpty else { return [] }
    let snapshot = try desk.store.snapshot()
    return try desk.visible(snapshot.scrubbed(events), in: snapshot)
  }
}

extension Desk {
  /// Begins to watch one ticket, or the whole desk.
  package func following(_ reference: String?) throws -> Following {
    let snapshot = try store.snapshot()
    return try Following(self, reference.map { try resolve($0, in: snapshot).key })
  }
}
