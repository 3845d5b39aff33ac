import SupportModel
import Synchronization

/// The tickets to which something happened since an index was written, read when somebody asks for them for
/// the first time.
final class NewerTickets: Sendable {
  private let ids: [UInt64]
  private let snapshot: Snapshot
  private let own: OwnEvents
  private let read = Mutex<[Ticket]?>(nil)

  /// `ids` are the numbers of theirs, in order; `own` are events of theirs that this copy wrote.
  init(_ ids: [UInt64], _ snapshot: Snapshot, _ own: OwnEvents = OwnEvents()) {
    (self.ids, self.snapshot, self.own) = (ids, snapshot, own)
  }

  /// In the order of their ids, without those that are gone.
  func tickets() throws -> [Ticket] {
    if ids.isEmpty { return [] }
    return try read.withLock { read in
      if let read { return read }
      let tickets = try snapshot.tickets(ids.map(TicketID.init(number:)), own)
      read = tickets
      return tickets
    }
  }
}
