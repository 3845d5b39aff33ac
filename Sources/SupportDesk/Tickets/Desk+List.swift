import SupportModel
import SupportStore

/// One page of a list of tickets.
package struct TicketPageOfList: Sendable {
  package var rows: [TicketSummary]
  /// Where the next page begins; nil on the last one.
  package var next: String?
}

extension Desk {
  package var filterContext: FilterContext {
    FilterContext(settings: settings, now: now, person: person)
  }

  /// The tickets that a filter finds, sorted as it says.
  package func list(
    _ filter: Filter, limit: Int? = nil, after cursor: String? = nil
  ) throws -> TicketPageOfList {
    let start = try cursor.map { try Cursor($0, of: filter).row }
    let order = filter.order
    let snapshot = try store.snapshot()
    let customers = Self.customers(in: snapshot)
    var found: [(row: SortRow, summary: TicketSummary)] = []
    try visit(filter, in: snapshot) { subject in
      let row = order.row(subject, settings)
      if let start, !order.precedes(start, row) { return }
      let view = view(subject.ticket, customers)
      found.append((row, TicketSummary(view.ticket, clocks: view.clocks)))
    }
    found.sort { order.precedes($0.row, $1.row) }
    let page = found.prefix(limit ?? found.count)
    let isCut = page.count < found.count
    return TicketPageOfList(
      rows: page.map(\.summary),
      next: isCut ? page.last.map { Cursor(after: $0.row, of: filter).description } : nil)
  }

  /// Tickets with what is computed for this person, in the order of the ids; without those that are
  /// not there, or not for them.
  package func views(of ids: [TicketID]) throws -> [TicketView] {
    let snapshot = try store.snapshot()
    let customers = Self.customers(in: snapshot)
    let documents = try snapshot.documents(ids.map(RecordKey.ticket))
    return ids.compactMap { id in
      documents[.ticket(id)].flatMap(Ticket.init).flatMap(visible).map { view($0, customers) }
    }
  }

  /// Goes through the tickets that a filter finds, as this person may see them.
  func visit(
    _ filter: Filter, in snapshot: Snapshot, _ body: (FilterSubject) throws -> Void
  ) throws {
    let customers = Self.customers(in: snapshot)
    try snapshot.visitTickets { ticket in
      guard let ticket = visible(ticket) else { return }
      let subject = FilterSubject(ticket, rules, customers: customers)
      if filter.matches(subject) { try body(subject) }
    }
  }
}
