import SupportModel

/// The histories of records, as the log has them; what was erased is not in them once `keep` was
/// called, whether its lines are scrubbed yet or not.
struct Histories: Sendable {
  private var events: [RecordKey: [Event]] = [:]
  /// The records that lines name which cannot be believed: their documents may say more than what
  /// is left of the log.
  private(set) var damaged: Set<RecordKey> = []

  /// The erasures that were known before, or are among the events.
  private(set) var erasures: Erasures
  /// The tickets and chats of which anything is erased.
  private(set) var erased: [RecordKey: ErasedRecord] = [:]
  /// The events as logged that hold what was erased: their replica has not scrubbed them yet.
  private(set) var unscrubbed: [Event] = []
  private var holdsScrubbed = false

  /// The newest event that was added, of settings too.
  private(set) var newest: EventID?

  init(erasures: Erasures = Erasures()) { self.erasures = erasures }

  /// The records that have events.
  var records: some Collection<RecordKey> { events.keys }

  /// How many events there are.
  var count: Int { events.values.reduce(0) { $0 + $1.count } }

  /// The events of a record; in order and without repeats once `keep` was called.
  subscript(record: RecordKey) -> [Event] { events[record] ?? [] }

  mutating func add(_ event: Event) {
    events[event.subject, default: []].append(event)
    erasures.learn(event)
    if event.scrubbed != nil { holdsScrubbed = true }
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
    if !erasures.isEmpty || holdsScrubbed { scrub() }
    events = events.filter { isWanted($0.key) }.mapValues(EventLog.ordered)
    damaged = damaged.filter(isWanted)
  }

  /// Takes out what was erased. A person's record goes on under their pseudonym.
  private mutating func scrub() {
    let scrubbed = erasures.scrub(events)
    (events, erased, unscrubbed) = (scrubbed.histories, scrubbed.erased, scrubbed.unscrubbed)
    damaged = damaged.filter { !isErased($0) }
  }

  /// Whether nothing may be left of a record but what its events say now.
  private mutating func isErased(_ key: RecordKey) -> Bool {
    erased[key]?.isWhole == true
      || (key.kind == .customer && erasures.pseudonym(of: key.name) != nil)
  }

  /// The customers among those given that are erased, and have not been in touch since.
  mutating func gone(among customers: [RecordKey]) -> Set<RecordKey> {
    guard !erasures.isEmpty else { return [] }
    let renamed = unscrubbed.map(\.subject).filter { $0.kind == .customer }
    return Set(customers + renamed).filter { self[$0].isEmpty && isErased($0) }
  }
}
