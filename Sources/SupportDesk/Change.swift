import SupportModel
import SupportStore

/// What came of a change.
package struct Changed: Sendable {
  /// The records as they now are, or would be after a dry run.
  package var tickets: [Ticket] = []
  /// Tickets that were so already.
  package var unchanged: [Ticket] = []
  package var events: [Event] = []
  /// What rules came to, for those who may know of them.
  package var rules = RuleNotices()
  package var isDryRun = false
  /// What went wrong after the change was durable: it will be mended by the next command.
  package var warning: SystemError?
}

extension Changed {
  /// Takes a ticket in, or tells whoever wants to hear of each.
  mutating func note(_ ticket: Ticket, isChanged: Bool, _ options: ChangeOptions) throws {
    if let each = options.each { return try each(ticket, isChanged) }
    if isChanged { tickets.append(ticket) } else { unchanged.append(ticket) }
  }
}

/// How a change is to be made.
package struct ChangeOptions {
  /// Put everything together, say what would come, write nothing.
  package var isDryRun = false
  /// Refuse when the ticket's `head` is another.
  package var ifMatch: String?
  /// The ids of the messages that whoever answers has seen; nil where that does not matter. Refuse
  /// when there are others.
  package var seen: Set<String>?
  /// Told of each ticket as it will be, and whether that is a change, before anything is durable.
  /// With it, `Changed` holds no tickets, and very many of them take little memory.
  package var each: ((_ ticket: Ticket, _ isChanged: Bool) throws -> Void)?
  /// Told how much of the work is done.
  package var progress: ((_ done: Int, _ total: Int) -> Void)?

  package init(isDryRun: Bool = false, ifMatch: String? = nil) {
    (self.isDryRun, self.ifMatch) = (isDryRun, ifMatch)
  }
}

extension Desk {
  /// So many tickets are read at a time.
  private static let chunk = 256

  /// Changes tickets under one lock and with one sync: all of them, or none.
  ///
  /// `verb` gives the event for one ticket, or nil where it is so already. `look` is for what stands in
  /// other files, such as an agent's: once, while nobody else changes it.
  func change(
    _ choice: TicketChoice, for purpose: String, _ options: ChangeOptions,
    looking look: () throws -> Void = {}, _ verb: (Ticket, Acting) throws -> EventDraft?
  ) throws -> Changed {
    var transaction = try store.transaction(for: purpose, chance: chance, at: now)
    try look()
    var work = ruleWork(isDryRun: options.isDryRun)
    let references = try references(choice, in: transaction.snapshot)
    var changed = try change(references, of: choice, options, in: &transaction, &work, verb)
    changed.rules = notices(of: work)
    return try finish(transaction, changed) {
      options.progress?(references.count + $0, 2 * references.count)
    }
  }

  /// The same within a transaction that may do more than that.
  func change(
    _ references: [String], of choice: TicketChoice, _ options: ChangeOptions,
    in transaction: inout Transaction, _ work: inout RuleWork,
    _ verb: (Ticket, Acting) throws -> EventDraft?
  ) throws -> Changed {
    let isMany = choice.isMany(references)
    let acting = acting(in: transaction.snapshot)
    transaction.keepsDocuments = options.each == nil || references.count <= mostInMemory
    var changed = Changed(isDryRun: options.isDryRun)
    var seen: Set<TicketID> = []
    // Each ticket counts twice: when it is decided on, and when it is written.
    let total = references.count * (options.isDryRun ? 1 : 2)
    var ahead: [TicketID: Ticket] = [:]
    for (place, reference) in references.enumerated() {
      if place % Self.chunk == 0 {
        let next = references[place..<min(place + Self.chunk, references.count)]
        ahead = try transaction.snapshot.ticketsByID(
          next.compactMap { TicketReference($0)?.whole })
      }
      let found = try resolve(reference, isMany: isMany, ahead, in: transaction.snapshot)
      let ticket = choice.follows ? try current(found, in: transaction.snapshot) : found
      guard seen.insert(ticket.id).inserted else { continue }
      try require(options.ifMatch, of: ticket)
      let draft: EventDraft?
      do { draft = try verb(ticket, acting) } catch let refusal as Refusal where isMany {
        throw DeskError.refused(ticket.id, refusal)
      }
      if let draft { try record(draft, to: ticket.document, in: &transaction, &work) }
      let after = draft == nil ? ticket : try transaction.snapshot.ticket(ticket.id) ?? ticket
      // Whoever moved a ticket out of their own sight is told of it all the same.
      if let after = person.isStaff ? after : visible(after) {
        try changed.note(after, isChanged: draft != nil, options)
      }
      options.progress?(place + 1, total)
    }
    return changed
  }

  /// One of several tickets, of which some have been read ahead; where it leads nowhere, that none
  /// was changed is said as well.
  private func resolve(
    _ reference: String, isMany: Bool, _ ahead: [TicketID: Ticket], in snapshot: Snapshot
  ) throws -> Ticket {
    if let id = TicketReference(reference)?.whole, let ticket = ahead[id],
      permissions.mayRead(ticket)
    {
      return ticket
    }
    do { return try resolve(reference, in: snapshot) } catch let error as DeskError
      where isMany
    { throw DeskError.noneChanged(error) }
  }

  /// Has a refusal in a command about several tickets say which one it is about.
  func refusing<Result>(
    _ id: TicketID, isMany: Bool, _ body: () throws(Refusal) -> Result
  ) throws -> Result {
    do { return try body() } catch {
      if isMany { throw DeskError.refused(id, error) }
      throw error
    }
  }

  /// Makes the transaction durable, or drops it after a dry run.
  func finish(
    _ transaction: consuming Transaction, _ changed: Changed, progress: (Int) -> Void = { _ in }
  ) throws -> Changed {
    var changed = changed
    changed.events = transaction.events
    if !changed.isDryRun { changed.warning = try transaction.commit(progress: progress) }
    return changed
  }

  /// Refuses where the ticket is no longer at the head that somebody looked at.
  func require(_ head: String?, of ticket: Ticket) throws {
    guard let head else { return }
    // The newest event may be a note.
    guard person.isStaff else {
      throw Refusal.notPermitted(person.actor, action: "ask for the head of a ticket")
    }
    let actual = ticket.head?.description ?? ""
    guard actual == head.uppercased() else {
      throw Refusal.changedSince(ticket.id, expected: head, actual: actual)
    }
  }
}
