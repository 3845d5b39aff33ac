import SupportModel
import SupportStore

/// What an import knows of the desk, so that it need not look again.
struct KnownRecords {
  /// Nil before the first record that has one.
  var externalIDs: Set<String>?
  /// Addresses whose records were looked at.
  var customers: Set<String> = []
}

/// A record that nothing is to be made of: its ticket is here already.
struct SkippedRecord: Error {}

extension ImportRun {
  /// A ticket that is not here yet, with its name and the ids that its events are given.
  private struct Entry: Sendable {
    var place: Int
    var ticket: ImportCandidate
    var id: TicketID
    var ids: [EventID]
  }

  /// Writes the tickets of a batch. What is not to be imported becomes a failure.
  mutating func write(_ outcomes: inout [Outcome]) throws {
    var transaction = try desk.store.bulkTransaction(for: "import", chance: chance, at: desk.now)
    let entries = try admit(&outcomes, &transaction)
    var records = try fold(entries, &outcomes)
    records += try welcome(entries, outcomes, &transaction)
    chance = transaction.nextChance
    try count(entries, outcomes)
    guard !isDryRun, !records.isEmpty else { return }
    if let warning = try transaction.commit(records) { result.warning = warning }
  }

  /// Gives names and ids to the tickets that are not here yet.
  private mutating func admit(
    _ outcomes: inout [Outcome], _ transaction: inout BulkTransaction
  ) throws -> [Entry] {
    let tickets = outcomes.map { try? $0.get() }
    let erased = try transaction.snapshot.erased(
      among: tickets.reduce(into: []) { $0.formUnion($1?.people.addresses ?? []) })
    if known.externalIDs == nil, tickets.contains(where: { $0?.externalID != nil }) {
      known.externalIDs = try transaction.snapshot.externalIDs()
    }
    var heads: [TicketID: EventID] = [:]
    var entries: [Entry] = []
    for (place, ticket) in tickets.enumerated() {
      guard let ticket else { continue }
      do {
        if let name = erased.isEmpty ? nil : ticket.people.addresses.first(where: erased.contains) {
          throw ImportError.erased(name)
        }
        if let external = ticket.externalID, known.externalIDs?.contains(external) == true {
          throw SkippedRecord()
        }
        let id = try name(ticket, &heads, &transaction)
        let ids = (0..<ticket.missingIDs).map { _ in transaction.nextID() }
        if let external = ticket.externalID { known.externalIDs?.insert(external) }
        entries.append(Entry(place: place, ticket: ticket, id: id, ids: ids))
      } catch is SkippedRecord {
        result.skipped += 1
      } catch let error as ImportError {
        outcomes[place] = .failure(error)
      }
    }
    return entries
  }

  /// The id that a ticket brings along, if it is free, or a new one.
  private func name(
    _ ticket: ImportCandidate, _ heads: inout [TicketID: EventID],
    _ transaction: inout BulkTransaction
  ) throws -> TicketID {
    guard let (id, head) = ticket.own else {
      return try transaction.freshTicketID(at: ticket.createdAt)
    }
    guard id.date <= transaction.day else {
      throw ImportError.future(member: "id", Instant(id.date))
    }
    let taken =
      try heads[id]
      ?? (transaction.isTaken(id) ? transaction.snapshot.ticketAsFound(id)?.head : nil)
    guard taken != head else { throw SkippedRecord() }
    guard taken == nil else { throw ImportError.idTaken(id) }
    heads[id] = head
    return id
  }

  /// Makes the events and documents that are not made yet, on all threads.
  private mutating func fold(
    _ entries: [Entry], _ outcomes: inout [Outcome]
  ) throws -> [BulkTransaction.Record] {
    let (count, actor) = (entries.count, desk.person.actor)
    let parts = entries.count { !$0.ids.isEmpty } < 64 ? 1 : 16
    let folded = try Workers.map(parts) { part in
      entries[part * count / parts..<(part + 1) * count / parts].map { entry in
        Result { try entry.ticket.record(entry.id, entry.ids, by: actor) }
      }
    }
    var records: [BulkTransaction.Record] = []
    for (entry, outcome) in zip(entries, folded.joined()) {
      do { records.append(try outcome.get()) } catch {
        outcomes[entry.place] = .failure(error)
        if let external = entry.ticket.externalID { known.externalIDs?.remove(external) }
      }
    }
    return records
  }

  private mutating func count(
    _ entries: [Entry], _ outcomes: [Outcome]
  ) throws {
    for entry in entries {
      guard case .success(let ticket) = outcomes[entry.place] else { continue }
      result.tickets += 1
      result.messages += ticket.messageCount
      for file in ticket.files where try !desk.attachments.holds(file) {
        result.missingFiles.insert(file)
      }
    }
  }

  /// The records of customers who are met for the first time, and the names of those who had none.
  private mutating func welcome(
    _ entries: [Entry], _ outcomes: [Outcome],
    _ transaction: inout BulkTransaction
  ) throws -> [BulkTransaction.Record] {
    var records: [BulkTransaction.Record] = []
    for entry in entries {
      guard case .success(let ticket) = outcomes[entry.place], let email = ticket.customer,
        !Pseudonym.isOne(email), known.customers.insert(email).inserted
      else { continue }
      let document = try transaction.snapshot.customerAsFound(email)
      var set = JSONObject()
      if document?["name"] == nil { set["name"] = ticket.customerName.map(JSON.string) }
      if document == nil { set["created_at"] = .string(ticket.createdAt.description) }
      guard !set.isEmpty else { continue }
      let event = Event(
        EventDraft(
          document == nil ? .customerCreated : .customerUpdated, RecordKey(.customer, email),
          Patch(set: set), meta: ImportedTicket.meta),
        id: transaction.nextID(), at: document == nil ? ticket.createdAt : desk.now,
        by: desk.person.actor)
      if document == nil { result.customers += 1 }
      records.append(
        BulkTransaction.Record(event.subject, [event], Fold.document(document, adding: event)))
    }
    return records
  }
}
