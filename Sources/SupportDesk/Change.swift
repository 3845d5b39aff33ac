import SupportModel
import SupportStore

/// What came of a change.
package struct Changed: Sendable {
  /// The records as they now are, or would be after a dry run.
  package var tickets: [Ticket] = []
  /// Tickets that were so already.
  package var unchanged: [Ticket] = []
  package var events: [Event] = []
  package var isDryRun = false
  /// What went wrong after the change was durable: it will be mended by the next command.
  package var warning: SystemError?
}

/// How a change is to be made.
package struct ChangeOptions: Sendable {
  /// Put everything together, say what would come, write nothing.
  package var isDryRun = false
  /// Refuse when the ticket's `head` is another.
  package var ifMatch: String?

  package init(isDryRun: Bool = false, ifMatch: String? = nil) {
    (self.isDryRun, self.ifMatch) = (isDryRun, ifMatch)
  }
}

extension Desk {
  /// Changes tickets under one lock and with one sync: all of them, or none.
  ///
  /// `verb` gives the event for one ticket, or nil where it is so already.
  func change(
    _ references: [String], for purpose: String, _ options: ChangeOptions,
    _ verb: (Ticket, Acting) throws -> EventDraft?
  ) throws -> Changed {
    var transaction = try store.transaction(for: purpose, chance: chance, at: now)
    let acting = acting(in: transaction.snapshot)
    var changed = Changed(isDryRun: options.isDryRun)
    var seen: Set<TicketID> = []
    for reference in references {
      let ticket = try resolve(reference, of: references.count, in: transaction.snapshot)
      guard seen.insert(ticket.id).inserted else { continue }
      try require(options.ifMatch, of: ticket)
      do {
        guard let draft = try verb(ticket, acting) else {
          changed.unchanged += visible(ticket).map { [$0] } ?? []
          continue
        }
        transaction.record(draft, to: ticket.document, by: person.actor)
      } catch let refusal as Refusal where references.count > 1 {
        throw DeskError.refused(ticket.id, refusal)
      }
      changed.tickets +=
        try transaction.snapshot.ticket(ticket.id).flatMap(visible).map { [$0] } ?? []
    }
    return try finish(transaction, changed)
  }

  /// One of several tickets; where it leads nowhere, that none was changed is said as well.
  private func resolve(
    _ reference: String, of count: Int, in snapshot: Snapshot
  ) throws -> Ticket {
    do { return try resolve(reference, in: snapshot) } catch let error as DeskError
      where count > 1
    { throw DeskError.noneChanged(error) }
  }

  /// Makes the transaction durable, or drops it after a dry run.
  func finish(_ transaction: consuming Transaction, _ changed: Changed) throws -> Changed {
    var changed = changed
    changed.events = transaction.events
    if !changed.isDryRun { changed.warning = try transaction.commit() }
    return changed
  }

  /// Refuses where the ticket is no longer at the head that somebody looked at.
  func require(_ head: String?, of ticket: Ticket) throws {
    guard let head else { return }
    let actual = ticket.head?.description ?? ""
    guard actual == head.uppercased() else {
      throw Refusal.changedSince(ticket.id, expected: head, actual: actual)
    }
  }
}
