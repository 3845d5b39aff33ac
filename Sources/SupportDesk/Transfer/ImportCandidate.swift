import SupportModel
import SupportStore

/// A ticket on its way into the desk: what has to be known of it before it may come in.
///
/// A document of ours brings all its ids along, so that whoever reads it also makes its events and
/// folds them: what is left of it are the bytes to write. A loose record waits for ids.
///
/// It has many parts and goes from list to list, which takes less time where it lies in one place.
final class ImportCandidate: Sendable {
  private enum Content: Sendable {
    case loose(ImportedTicket)
    case made(Result<BulkTransaction.Record, any Error>)
  }

  /// The name that it brings along, with the id of its last event.
  let own: (id: TicketID, head: EventID)?
  let externalID: String?
  let createdAt: Instant
  let customer: String?
  let customerName: String?
  let people: ImportedTicket.People
  let messageCount: Int
  /// The SHA-256 of each file that hangs on its messages.
  let files: [String]
  /// How many ids its events are to be given.
  let missingIDs: Int
  private let content: Content

  init(_ ticket: ImportedTicket, by actor: Actor) {
    externalID = ticket.externalID
    createdAt = ticket.createdAt
    (customer, customerName) = (ticket.customer, ticket.customerName)
    people = ticket.people
    messageCount = ticket.messageCount
    files = ticket.files
    if let id = ticket.id, let head = ticket.head, let ids = ticket.ownIDs {
      own = (id, head)
      missingIDs = 0
      content = .made(Self.record(ticket, id, ids, by: actor))
    } else {
      own = nil
      missingIDs = ticket.eventCount
      content = .loose(ticket)
    }
  }

  /// What is to be written. Name and ids are those that it was given, where it has none of its own.
  func record(_ id: TicketID, _ ids: [EventID], by actor: Actor) throws -> BulkTransaction.Record {
    switch content {
    case .loose(let ticket): try Self.record(ticket, id, ids, by: actor).get()
    case .made(let record): try record.get()
    }
  }

  private static func record(
    _ ticket: ImportedTicket, _ id: TicketID, _ ids: [EventID], by actor: Actor
  ) -> Result<BulkTransaction.Record, any Error> {
    Result {
      let events = ticket.events(id, ids: ids, by: actor)
      return BulkTransaction.Record(.ticket(id), events, try ticket.folded(events))
    }
  }
}
