import SupportModel

/// The histories of records, as the log has them.
struct Histories: Sendable {
  private var events: [RecordKey: [Event]] = [:]
  /// The records that lines name which cannot be believed: their documents may say more than what
  /// is left of the log.
  private(set) var damaged: Set<RecordKey> = []

  /// The newest event that was added, of settings too.
  private(set) var newest: EventID?

  /// The records that have events.
  var records: some Collection<RecordKey> { events.keys }

  /// How many events there are.
  var count: Int { events.values.reduce(0) { $0 + $1.count } }

  /// The events of a record; in order and without repeats once `keep` was called.
  subscript(record: RecordKey) -> [Event] { events[record] ?? [] }

  mutating func add(_ event: Event) {
    events[event.subject, default: []].append(event)
    newest = max(newest ?? event.id, event.id)
  }

  /// Notes a line that is no event.
  mutating func addDamaged(_ line: LogLine) {
    damaged.formUnion(line.namedRecords)
  }

  mutating func add(_ line: LogLine) {
    if let event = try? line.eventInPlace() { add(event) } else { addDamaged(line) }
  }

  /// Puts the events in order, without repeats, of the records that are asked for.
  mutating func keep(_ isWanted: (RecordKey) -> Bool) {
    events = events.filter { isWanted($0.key) }.mapValues(EventLog.ordered)
    damaged = damaged.filter(isWanted)
  }
}
