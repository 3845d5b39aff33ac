import SupportModel
import SupportStore

extension Desk {
  /// One ticket as it is, or as it was at a point in time. What was merged stands for the ticket that
  /// it was merged into, but in the past.
  package func ticket(_ reference: String, at time: Instant? = nil) throws -> Ticket {
    let snapshot = try store.snapshot()
    guard let time else {
      let ticket = try current(reference, in: snapshot)
      return visible(ticket) ?? ticket
    }
    let ticket = try resolve(reference, in: snapshot)
    guard let past = try past(ticket.id, at: time, in: snapshot), let seen = visible(past) else {
      throw DeskError.notFound(kind: "ticket at that time", name: reference, known: [])
    }
    return seen
  }

  /// A ticket and its thread as they were; one that had been merged by itself.
  func past(_ id: TicketID, at time: Instant, in snapshot: Snapshot) throws -> Ticket? {
    func past(_ id: TicketID) throws -> Ticket? {
      Fold.document(try snapshot.history(of: .ticket(id)).filter { $0.at <= time })
        .flatMap(Ticket.init)
    }
    guard let ticket = try past(id)?.threaded(past) else { return nil }
    return ticket.leadsTo == nil ? ticket : ticket.alone
  }

  /// Every ticket that exists for this person, in the order of their ids.
  package func allTickets() throws -> [Ticket] {
    try store.snapshot().tickets().compactMap(visible)
  }

  /// The events of one ticket, or of the whole desk, from after an event on: those of tickets that
  /// exist for this person. A customer sees only what is no business of the desk alone.
  package func events(of reference: String?, after: EventID? = nil) throws -> [Event] {
    let snapshot = try store.snapshot()
    var events: [Event]
    if let reference {
      let ticket = try resolve(reference, in: snapshot)
      events = try snapshot.history(of: ticket.key)
    } else {
      // An event's file may be older than its id by the length of one transaction, a day at most.
      let since = after.map { ($0.time - .day).date }
      events = try snapshot.scrubbed(store.log.allEvents(since: since))
    }
    if let after { events = events.filter { $0.id > after } }
    return try visible(events, in: snapshot)
  }

  /// What this person may see of events.
  func visible(_ events: [Event], in snapshot: Snapshot) throws -> [Event] {
    guard !permissions.mayReadAll else { return events }
    let exists = try ticketsThatExist(among: events, in: snapshot)
    return events.compactMap { event in
      guard let id = event.subject.ticketID else { return person.isStaff ? event : nil }
      guard exists.contains(id) else { return nil }
      return person.isStaff ? event : event.forCustomer
    }
  }

  private func ticketsThatExist(
    among events: [Event], in snapshot: Snapshot
  ) throws -> Set<TicketID> {
    try Set(events.compactMap(\.subject.ticketID)).filter { id in
      try snapshot.ticket(id).map(permissions.mayRead) ?? false
    }
  }

  /// The attachments of a ticket with the number each is asked for by, from 1.
  package func attachments(of reference: String) throws -> [(message: Message, file: Attachment)] {
    let ticket = try ticket(reference)
    return ticket.messages.flatMap { message in message.attachments.map { (message, $0) } }
  }

  /// A name to write it under, whatever the log says: no folder, no control characters.
  package static func fileName(for attachment: Attachment) -> String {
    AttachmentStore.safeName(attachment.filename)
  }

  package func bytes(of attachment: Attachment) throws -> [UInt8] {
    try attachments.bytes(of: attachment)
  }
}
