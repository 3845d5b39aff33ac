import SupportModel
import SupportStore

/// One page of a list of tickets.
package struct TicketPageOfList: Sendable {
  package var tickets: [TicketView]
  /// How many tickets match, on all pages.
  package var total: Int
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
    var found: [(row: SortRow, ticket: Ticket)] = []
    try snapshot.visitTickets { ticket in
      guard let ticket = visible(ticket) else { return }
      let subject = FilterSubject(ticket, rules, customers: customers)
      if filter.matches(subject) { found.append((order.row(subject, settings), ticket)) }
    }
    found.sort { order.precedes($0.row, $1.row) }
    let total = found.count
    if let start { found = Array(found.drop { !order.precedes(start, $0.row) }) }
    let page = limit.map { Array(found.prefix($0)) } ?? found
    let isCut = page.count < found.count
    return TicketPageOfList(
      tickets: page.map { view($0.ticket, customers) }, total: total,
      next: isCut ? page.last.map { Cursor(after: $0.row, of: filter).description } : nil)
  }
}
