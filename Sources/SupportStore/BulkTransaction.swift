import Platform
import SupportModel

/// A change that begins many records at once, as an import does: what can be worked on side by side
/// is. Other than in a `Transaction` the events may have been given their ids elsewhere.
///
///     parse, check, fold, encode | draw ids, look for known ones | append, sync | documents | mark
///       all threads, no lock               one thread               one write    all threads
package struct BulkTransaction: ~Copyable {
  /// A record that is begun, as the bytes that are to be written.
  package struct Record: Sendable {
    package let key: RecordKey
    fileprivate let lines: OpenEventLines
    fileprivate let document: [UInt8]

    /// Takes its events in order, and the document that they fold to.
    package init(_ key: RecordKey, _ events: [Event], _ document: JSONObject) {
      self.key = key
      lines = OpenEventLines(events)
      self.document = Documents.bytes(document)
    }
  }

  private let lock: FileLock
  private let layout: DeskLayout
  private var mark: FoldMark
  private var clock: HybridClock
  private var chance: Chance
  private let now: Instant
  private let longestLogFile: Int
  /// The day of the log file that it appends to: no ticket may be of a later one.
  package let day: CivilDate
  package let snapshot: Snapshot
  private var drawn: Set<TicketID> = []

  init(_ store: DeskStore, _ lock: consuming FileLock, chance: Chance, at now: Instant) throws {
    var chance = chance
    layout = store.layout
    mark = try store.heal(lock, &chance)
    self.lock = lock
    self.now = now
    longestLogFile = store.longestLogFile
    clock = HybridClock(newest: mark.newest)
    day = clock.next(at: now, using: &chance).time.date
    self.chance = chance
    snapshot = Snapshot(layout: store.layout, mark)
  }

  /// The id of an event that is to come after all there are.
  package mutating func nextID() -> EventID { clock.next(at: now, using: &chance) }

  /// A ticket id that no ticket has.
  package mutating func freshTicketID(at time: Instant) throws -> TicketID {
    while true {
      let id = TicketID(at: time, chance: UInt32(truncatingIfNeeded: chance.next()))
      if try !isTaken(id), drawn.insert(id).inserted { return id }
    }
  }

  /// Whether something lies in the place of a ticket's document.
  package func isTaken(_ id: TicketID) throws -> Bool {
    try FileSystem.statusIfPresent(layout.document(.ticket(id))) != nil
  }

  /// How random numbers go on.
  package var nextChance: Chance { chance }
}

extension DeskStore {
  /// Starts a change of many records: takes the lock, heals what is behind.
  package func bulkTransaction(
    for purpose: String, chance: Chance, at now: Instant
  ) throws -> BulkTransaction {
    try BulkTransaction(self, takeLock(for: purpose), chance: chance, at: now)
  }

  /// Has the disk write what was written so far while its caller goes on: then `settle` will not find
  /// all of it still to be done.
  package func settleMeanwhile() -> Background<Void> {
    Background { [layout] in
      try FileSystem.settle([layout.root, layout.tickets, layout.customers])
    }
  }

  /// Waits until the documents of bulk transactions are on the disk, so that nobody has to look for
  /// them after a power cut.
  package func settle() throws {
    let lock = try takeLock(for: "settle")
    var chance = Chance()
    var mark = try heal(lock, &chance)
    try mark.settle(at: mark.hotPosition, layout, of: [])
    try mark.write(layout)
  }

  /// A place for what comes from a pipe; its folder is made.
  package func importSpool() throws -> String {
    try FileSystem.makeFolder(layout.local)
    return layout.importSpool
  }

  /// Keeps others of this copy from importing meanwhile: each of them knows what is here already from
  /// before it began.
  package func whileImporting<Result>(_ body: () throws -> Result) throws -> Result {
    try FileSystem.makeFolder(layout.local)
    let started = Instant(milliseconds: WallClock.milliseconds())
    let holder = "process \(ProcessID.current) since \(started) for import"
    guard let lock = try FileLock.take(layout.importLock, patience: patience, holder: holder) else {
      let bytes = try FileSystem.readIfPresent(layout.importLock) ?? []
      throw StoreError.locked(holder: String(decoding: bytes, as: UTF8.self))
    }
    let result = try body()
    _ = consume lock
    return result
  }
}

// MARK: Writing

extension BulkTransaction {
  /// Writes the events in one append and waits until they are on the disk; then the documents. It
  /// does not wait for those: `DeskStore.settle` does, once all is written.
  ///
  /// Returns what went wrong after the events were durable, if anything did.
  package consuming func commit(_ records: [Record]) throws -> SystemError? {
    let lines = Self.lines(records)
    guard let newest = lines.newest else { return nil }
    guard newest.time < EventID.end else { throw StoreError.endOfTime }
    let file = try logFile()
    let path = EventLog(layout).path(file)
    let before = try FileSystem.appendDurably(lines.bytes, to: path)
    do {
      try write(records)
      mark.newest = max(newest, mark.newest ?? newest)
      let end = LogPosition(behind: lines.bytes.suffix(64), offset: before + lines.bytes.count)
      try mark.move(
        to: file, end, isNew: before == 0, layout, of: records.map(\.key), putsOffSettling: true)
      return nil
    } catch let error as SystemError {
      return error
    }
  }

  /// The file to append to. Where it is long already, this copy goes on under a new name.
  private mutating func logFile() throws -> LogFile {
    var replica = try Replica.claim(layout, using: &chance)
    let log = EventLog(layout)
    let size = try FileSystem.statusIfPresent(log.path(LogFile(day, replica: replica.name)))?.size
    if size ?? 0 > longestLogFile {
      replica = try Replica.claimNew(layout, after: replica, using: &chance)
    }
    return LogFile(day, replica: replica.name)
  }

  /// The lines to append, in the order of their ids; none counts without the others.
  private static func lines(_ records: [Record]) -> (bytes: [UInt8], newest: EventID?) {
    var order: [(id: EventID, record: Int, place: Int)] = []
    order.reserveCapacity(records.reduce(0) { $0 + $1.lines.lines.count })
    for record in records.indices {
      for (place, line) in records[record].lines.lines.enumerated() {
        order.append((line.id, record, place))
      }
    }
    order.sort { $0.id < $1.id }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(records.reduce(0) { $0 + $1.lines.size })
    for (number, line) in order.enumerated() {
      let part = EventPart(number + 1, of: order.count)
      records[line.record].lines.close(line.place, part, to: &bytes)
      bytes.append(0x0A)
    }
    return (bytes, order.last?.id)
  }

  /// Several parts for each thread, because they are not alike.
  private func write(_ records: [Record]) throws {
    let (layout, count) = (layout, records.count)
    let parts = count < 64 ? 1 : min(count, Workers.count * 4)
    _ = try Workers.map(parts) { part in
      for place in part * count / parts..<(part + 1) * count / parts {
        let path = layout.document(records[place].key)
        try FileSystem.create(path, with: records[place].document)
      }
    }
  }
}
