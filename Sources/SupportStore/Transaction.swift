import Platform
import SupportModel

/// A change to a desk while the lock is held: events are put together in memory, where they are
/// seen at once, and `commit` makes them durable all together. Dropping it changes nothing.
package struct Transaction: ~Copyable {
  private let lock: FileLock
  private let layout: DeskLayout
  private var mark: FoldMark
  private var clock: HybridClock
  private var chance: Chance
  private let now: Instant
  package private(set) var snapshot: Snapshot
  package private(set) var events: [Event] = []

  init(
    _ store: DeskStore, _ lock: consuming FileLock, chance: Chance, at now: Instant
  ) throws {
    var chance = chance
    layout = store.layout
    mark = try store.heal(lock, &chance)
    self.lock = lock
    self.chance = chance
    self.now = now
    clock = HybridClock(newest: mark.newest)
    snapshot = Snapshot(layout: store.layout, mark)
  }

  /// A ticket id that no ticket has.
  package mutating func freshTicketID() throws -> TicketID {
    while true {
      let id = TicketID(at: now, chance: UInt32(truncatingIfNeeded: chance.next()))
      if try FileSystem.statusIfPresent(layout.document(.ticket(id))) == nil,
        snapshot.overlay[.ticket(id)] == nil
      {
        return id
      }
    }
  }

  /// Takes a record as the log has it, whatever its document says.
  package mutating func refold(_ key: RecordKey) throws {
    snapshot.overlay[key] = try snapshot.folded(key)
  }

  /// Adds an event and folds it.
  @discardableResult
  package mutating func record(_ draft: EventDraft, by actor: Actor) throws -> Event {
    let before = draft.subject.kind.isFolded ? try snapshot.document(draft.subject) : nil
    return record(draft, to: before, by: actor)
  }

  /// Adds an event to a record that was read from this transaction's snapshot: nil for one that
  /// begins with it.
  @discardableResult
  package mutating func record(
    _ draft: EventDraft, to before: JSONObject?, by actor: Actor
  ) -> Event {
    let id = clock.next(at: now, using: &chance)
    var event = Event(draft, id: id, at: now, by: actor)
    if let before, before["erased"] == true { event = scrubbed(event, before) }
    if event.subject.kind.isFolded {
      snapshot.overlay[event.subject] = Fold.document(before, adding: event)
    }
    snapshot.newest = id
    events.append(event)
    return event
  }

  /// An event of an erased record: nobody can write into it what would have to be erased again.
  private func scrubbed(_ event: Event, _ before: JSONObject) -> Event {
    var erasures = (try? snapshot.erasures.all(layout)) ?? Erasures()
    return erasures.scrub(event, Ticket(before).flatMap(erasures.record))
  }

  /// Writes the events in one append and waits until they are on the disk: from then on the change
  /// is done, whatever happens to the documents, which can be folded again.
  ///
  /// Returns what went wrong after that point, if anything did.
  package consuming func commit() throws -> SystemError? {
    guard let first = events.first, let last = events.last else { return nil }
    guard last.id.time < EventID.end else { throw StoreError.endOfTime }
    let replica = try Replica.claim(layout, using: &chance)
    let file = LogFile(first.id.time.date, replica: replica.name)
    let lines = Self.lines(events)
    let path = EventLog(layout).path(file)
    let before = try FileSystem.appendDurably(lines, to: path)
    do {
      if events.contains(where: { $0.erasure != nil }) {
        // What they erase may be anywhere in the desk.
        let tail = try LogTail(past: mark, layout, boot: mark.boot)
        _ = try Recovery(layout: layout, mark: mark, tail: tail).heal(replica)
        return nil
      }
      let documents = Documents(layout: layout)
      for (key, document) in snapshot.overlay { try documents.write(document, key) }
      mark.newest = last.id
      let end = LogPosition(behind: lines, offset: before + lines.count)
      try mark.move(to: file, end, isNew: before == 0, layout, of: snapshot.overlay.keys)
      return nil
    } catch let error as SystemError {
      return error
    }
  }

  /// The lines to append, of which none counts without the others.
  private static func lines(_ events: [Event]) -> [UInt8] {
    var lines: [UInt8] = []
    for (place, event) in events.enumerated() {
      var event = event
      event.part = EventPart(place + 1, of: events.count)
      lines += EventLine.encode(event) + [0x0A]
    }
    return lines
  }
}
