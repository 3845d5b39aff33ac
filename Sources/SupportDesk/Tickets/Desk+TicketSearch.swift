import SupportModel
import SupportStore

extension Desk {
  /// Searches the tickets that exist for this person for the words of a filter, among those that its
  /// other conditions find; the best first. Internal notes are searched for staff only.
  package func searchTickets(_ filter: Filter, limit: Int) throws -> TicketHits {
    let snapshot = try store.snapshot()
    let query = query(filter, in: snapshot)
    if person.isStaff,
      let hits = try withIndex(snapshot, { try $0.search(query, limit: limit) })
    {
      return hits
    }
    var tickets: [Ticket] = []
    try visit(self.query(filter.parted.rest, in: snapshot), in: snapshot) { subject in
      tickets.append(subject.ticket)
    }
    return try snapshot.search(query, limit: limit, among: tickets)
  }
}
