import Platform
import SupportModel

/// The records of a desk as of now. A reader holds no lock: where documents are behind the log and
/// cannot be healed (a writer is at work, the folder is read-only), what the log says of them is
/// folded in memory and stands in their place.
package struct Snapshot: Sendable {
  let layout: DeskLayout
  /// Documents that are newer here than on disk.
  var overlay: [RecordKey: JSONObject] = [:]
  /// Customers whose documents are on disk and who have been erased.
  var gone: Set<RecordKey> = []
  var erasures = KnownErasures.none
  /// Whether these are all there are: the events of any other document on disk are gone.
  var isWhole = false
  /// What tells documents that somebody else touched; nil where none is looked for.
  var touched: TouchedDocuments?
  /// Up to where the documents on disk are folded; nil where that is not known.
  var mark: FoldMark?
  /// What the log holds past the mark.
  var unfolded: [LogSpan] = []
  /// The newest event seen.
  package internal(set) var newest: EventID?

  package func document(_ key: RecordKey) throws -> JSONObject? {
    let (found, isTouched) = try found(key)
    guard isTouched, let found else { return found }
    return try touched?.healed([key: found], erasures)[key] ?? found
  }

  /// The document of a record as it was found, and whether somebody else than a command may have
  /// written it.
  private func found(_ key: RecordKey) throws -> (document: JSONObject?, isTouched: Bool) {
    if let document = overlay[key] { return (document, false) }
    if isWhole || gone.contains(key) { return (nil, false) }
    let (found, changed) = try Documents(layout: layout).readWithTime(key)
    switch found {
    case .document(let document): return (document, touched?.mayHold(changed) ?? false)
    case .nothing where try isFirst(key): return (nil, false)
    case .nothing, .conflicted, .unreadable: return (try folded(key), false)
    }
  }

  /// Whether a record without a document is one that has not begun. All that was logged has been
  /// folded, so that only somebody's hand can have taken its document; whether it was that is not
  /// worth reading the whole log each time that a new customer writes, unless all are gone.
  private func isFirst(_ key: RecordKey) throws -> Bool {
    try key.kind == .customer && FileSystem.statusIfPresent(layout.customers) != nil
  }

  /// The record folded from the log, whatever its document says.
  package func folded(_ key: RecordKey) throws -> JSONObject? {
    Fold.document(try history(of: key))
  }

  /// The events of a record, in order, without what was erased.
  package func history(of key: RecordKey) throws -> [Event] {
    try histories(of: [key])[key] ?? []
  }

  /// The same of several records.
  package func histories(of keys: [RecordKey]) throws -> [RecordKey: [Event]] {
    let log = EventLog(layout, erasures: try erasures.all(layout))
    let dates = keys.map { $0.ticketID?.date }
    let since = dates.contains(nil) ? nil : dates.compactMap { $0 }.min()
    return try log.events(of: Set(keys), since: since)
  }

  /// Who an address that was erased is now, whoever has it since.
  package func pseudonym(of address: EmailAddress) throws -> String? {
    var erasures = try erasures.all(layout)
    return erasures.pseudonym(of: address.text)
  }

  /// Events without what was erased.
  package func scrubbed(_ events: [Event]) throws -> [Event] {
    var erasures = try erasures.all(layout)
    guard !erasures.isEmpty || events.contains(where: { $0.scrubbed != nil }) else { return events }
    var records: [RecordKey: ErasedRecord?] = [:]
    return try events.map { event in
      if records[event.subject] == nil, let id = event.subject.ticketID {
        records[event.subject] = .some(try ticket(id).flatMap(erasures.record))
      }
      return erasures.scrub(event, records[event.subject] ?? nil)
    }
  }

  package func ticket(_ id: TicketID) throws -> Ticket? {
    try document(.ticket(id)).flatMap(threaded)
  }

  /// A ticket with the thread that merges and splits left it, for which others are read.
  private func threaded(_ document: JSONObject) throws -> Ticket? {
    try Ticket(document)?.threaded { try self.document(.ticket($0)).flatMap(Ticket.init) }
  }

  /// Some tickets by their ids.
  package func ticketsByID(_ ids: some Sequence<TicketID>) throws -> [TicketID: Ticket] {
    let documents = try documents(ids.map(RecordKey.ticket))
    return try documents.values.reduce(into: [:]) { tickets, document in
      if let ticket = try threaded(document) { tickets[ticket.id] = ticket }
    }
  }

  package func customer(_ email: String) throws -> JSONObject? {
    try document(RecordKey(.customer, email))
  }

  /// The record of a customer for those who look up many, to show them beside tickets: it is taken as
  /// it lies there.
  package func customerAsFound(_ email: String) throws -> JSONObject? {
    try documentAsFound(RecordKey(.customer, email))
  }

  func documentAsFound(_ key: RecordKey) throws -> JSONObject? { try found(key).document }

  /// The documents of some records; those that somebody else may have touched are looked up in the
  /// log together.
  package func documents(_ keys: some Sequence<RecordKey>) throws -> [RecordKey: JSONObject] {
    var (documents, doubtful): ([RecordKey: JSONObject], [RecordKey: JSONObject]) = ([:], [:])
    for key in keys {
      let (document, isTouched) = try found(key)
      if isTouched { doubtful[key] = document } else { documents[key] = document }
    }
    guard let touched, !doubtful.isEmpty else { return documents }
    doubtful.merge(try touched.healed(doubtful, erasures)) { $1 }
    return documents.merging(doubtful) { $1 }
  }

  /// The ids of all tickets, in order.
  package func ticketIDs() throws -> [TicketID] {
    let onDisk = isWhole ? [] : try Documents(layout: layout).ticketIDs()
    let added = overlay.keys.compactMap(\.ticketID)
    return added.isEmpty ? onDisk : Set(onDisk + added).sorted()
  }

  /// The tickets that a reference may mean; whether a whole id names one is for who reads it.
  package func candidates(for reference: TicketReference) throws -> [TicketID] {
    if let id = reference.whole { return [id] }
    if let dash = reference.canonical.firstIndex(of: "-"),
      let day = TicketID(reference.canonical[..<dash] + "-000000")?.date
    {
      let folder = layout.folder(of: day)
      let onDisk = isWhole ? [] : try Documents(layout: layout).ticketIDs(in: folder)
      return Set(onDisk + overlay.keys.compactMap(\.ticketID)).filter(reference.matches).sorted()
    }
    return try ticketIDs().filter(reference.matches)
  }

  /// All tickets, in the order of their ids.
  package func tickets() throws -> [Ticket] { try tickets(ticketIDs()) }

  /// Some tickets, in the order of their ids; without those that are not there.
  package func tickets(_ ids: some Sequence<TicketID>) throws -> [Ticket] {
    try tickets(ids, OwnEvents())
  }

  /// The same where events of theirs are known that this copy wrote.
  func tickets(_ ids: some Sequence<TicketID>, _ own: OwnEvents) throws -> [Ticket] {
    var tickets: [Ticket] = []
    try visitTickets(ids, own) { tickets.append($0) }
    return tickets.sorted { $0.id < $1.id }
  }

  /// Goes through all tickets, in the order of `visitTickets` of some.
  package func visitTickets(_ body: (Ticket) throws -> Void) throws {
    try visitTickets(ticketIDs(), body)
  }

  /// Goes through some tickets, those last that somebody else may have touched: they are looked up in
  /// the log together.
  package func visitTickets(
    _ ids: some Sequence<TicketID>, _ body: (Ticket) throws -> Void
  ) throws {
    try visitTickets(ids, OwnEvents(), body)
  }

  private func visitTickets(
    _ ids: some Sequence<TicketID>, _ own: OwnEvents, _ body: (Ticket) throws -> Void
  ) throws {
    var doubtful: [RecordKey: JSONObject] = [:]
    for id in ids {
      let (document, isTouched) = try found(.ticket(id))
      guard let document else { continue }
      if isTouched, !own.vouch(for: document, of: id) {
        doubtful[.ticket(id)] = document
      } else {
        try threaded(document).map(body)
      }
    }
    guard let touched, !doubtful.isEmpty else { return }
    doubtful.merge(try touched.healed(doubtful, erasures)) { $1 }
    let last = try doubtful.values.compactMap(threaded).sorted { $0.id < $1.id }
    for ticket in last { try body(ticket) }
  }
}

extension Snapshot {
  /// The records of a desk whose documents are up to a mark.
  init(layout: DeskLayout, _ mark: FoldMark?) {
    self.init(layout: layout)
    erasures = mark?.knownErasures ?? .none
    touched = mark.map { TouchedDocuments(layout: layout, mark: $0) }
    self.mark = mark
    newest = mark?.newest
  }
}

// MARK: Customers

extension Snapshot {
  /// The addresses of all customers that have a record, in the order of their bytes.
  package func customerAddresses() throws -> [String] {
    let onDisk = isWhole ? [] : try Documents(layout: layout).customerNames()
    let added = overlay.keys.filter { $0.kind == .customer }.map(\.name)
    let all = Set(onDisk).union(added).subtracting(gone.map(\.name))
    return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
