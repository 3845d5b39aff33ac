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
  /// The events so far, as long as documents are kept.
  package private(set) var events: [Event] = []
  /// Whether documents and events stay in memory until they are written. A change of very many
  /// tickets or customers, one after the other, does without: it has the lines and the newest document, and reads
  /// the others again to write them.
  package var keepsDocuments = true
  private var pending = PendingLines()

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

  /// The records without what this transaction has changed.
  package var before: Snapshot { Snapshot(layout: layout, mark) }

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
    if !keepsDocuments { snapshot.overlay.removeAll(keepingCapacity: true) }
    if event.subject.kind.isFolded {
      snapshot.overlay[event.subject] = Fold.document(before, adding: event)
    }
    snapshot.newest = id
    pending.add(event)
    if keepsDocuments { events.append(event) }
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
  /// Returns what went wrong after that point, if anything did. `progress` is told how many documents
  /// are written.
  package consuming func commit(
    progress: (Int) -> Void = { _ in }
  ) throws -> SystemError? {
    guard let first = pending.first, let last = pending.last else { return nil }
    guard last.time < EventID.end else { throw StoreError.endOfTime }
    let replica = try Replica.claim(layout, using: &chance)
    let file = LogFile(first.time.date, replica: replica.name)
    let lines = pending.sealed()
    let path = EventLog(layout).path(file)
    let before = try FileSystem.appendDurably(lines, to: path)
    do {
      if pending.erases {
        // What they erase may be anywhere in the desk.
        let tail = try LogTail(past: mark, layout, boot: mark.boot)
        _ = try Recovery(layout: layout, mark: mark, tail: tail).heal(replica)
        return nil
      }
      try writeDocuments(progress)
      mark.newest = last
      let end = LogPosition(behind: lines, offset: before + lines.count)
      try mark.move(to: file, end, isNew: before == 0, layout, of: written)
      return nil
    } catch let error as SystemError {
      return error
    }
  }

  private mutating func writeDocuments(_ progress: (Int) -> Void) throws {
    let documents = Documents(layout: layout)
    guard !keepsDocuments else {
      for (key, document) in snapshot.overlay { try documents.write(document, key) }
      return
    }
    snapshot.overlay = [:]
    for start in stride(from: 0, to: pending.count, by: Self.chunk) {
      let places = (start..<min(start + Self.chunk, pending.count)).filter {
        // What is told of settings is for the audit: their files are written by who tells it.
        pending.subjects[$0].kind.isFolded
      }
      let keys = places.map { pending.subjects[$0] }
      var found = try snapshot.documents(keys)
      for (place, key) in zip(places, keys) {
        let event = pending.event(at: place)
        // One that had to be folded from the log has the event already, and those after it.
        let isDone = (found[key]?["head"]?.string).map { $0 >= event.id.description } ?? false
        let document = isDone ? found[key] : Fold.document(found[key], adding: event)
        if let document { try documents.write(document, key) }
        found[key] = document
        progress(place + 1)
      }
    }
  }

  /// So many documents are in memory at a time where they are not kept.
  private static let chunk = 256

  /// The records whose documents it writes.
  private var written: Set<RecordKey> { Set(snapshot.overlay.keys).union(pending.subjects) }
}
