import SupportModel
import SupportStore

extension Desk {
  /// As many tickets are in memory at once.
  private static let exportChunk = 1000

  /// Goes through the tickets that a filter finds, as their documents are, in the order of their ids:
  /// those that exist for this person, who is of the desk.
  package func exportTickets(_ filter: Filter, _ body: (Ticket) throws -> Void) throws {
    try requireStaff("export tickets")
    guard filter.sorts.isEmpty else {
      throw Refusal.invalid(
        field: "filter", value: filter.order.terms.map(\.description).joined(separator: " "),
        expected: "one without sort:, an export is in the order of ids")
    }
    let ids = try candidates(filter)
    for start in stride(from: 0, to: ids.count, by: Self.exportChunk) {
      // Anew each time: where all documents look touched, the first look has them known.
      let snapshot = try store.snapshot()
      let customers = Self.customers(in: snapshot)
      let chunk = ids[start..<min(start + Self.exportChunk, ids.count)]
      for ticket in try snapshot.tickets(chunk) where permissions.mayRead(ticket) {
        if filter.matches(FilterSubject(ticket, rules, customers: customers)) { try body(ticket) }
      }
    }
  }

  /// The tickets that a filter may find, in the order of their ids.
  private func candidates(_ filter: Filter) throws -> [TicketID] {
    let snapshot = try store.snapshot()
    guard filter != .everything else { return try snapshot.ticketIDs() }
    let query = query(filter, in: snapshot)
    return try withIndex(snapshot) { try $0.candidates(query) } ?? snapshot.ticketIDs()
  }
}
