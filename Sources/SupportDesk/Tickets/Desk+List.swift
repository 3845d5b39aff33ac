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
    var rows: [TicketSummary] = []
    let next = try list(filter, limit: limit, after: cursor) { rows += $0 }
    return TicketPageOfList(rows: rows, next: next)
  }

  /// Rows that are told at once, where no limit says how many there are.
  private static let chunk = 500

  /// The same, told as it is found: all at once where there is a limit, else some hundred rows at a
  /// time. Returns where the next page begins; nil on the last one.
  package func list(
    _ filter: Filter, limit: Int? = nil, after cursor: String? = nil,
    tell: ([TicketSummary]) throws -> Void
  ) throws -> String? {
    let start = try cursor.map { try Cursor($0, of: filter).row }
    let snapshot = try store.snapshot()
    let query = query(filter, in: snapshot)
    var page = Page(limit: limit, chunk: limit ?? Self.chunk, last: start)
    if person.isStaff,
      try withIndex(
        snapshot,
        { index -> Void in
          // Where a damaged file made it begin again, what was told already is not told twice.
          page.begin()
          var rows = try index.rows(query, after: page.last, isLong: limit == nil)
          while !page.isFull, let row = try rows.next() { try page.add(row, tell) }
        }) != nil
    {
      try page.flush(tell)
    } else {
      let found = try rows(query, in: snapshot, after: start)
      page.begin()
      for row in found where !page.isFull { try page.add(row, tell) }
      try page.flush(tell)
    }
    return page.isCut ? page.last.map { Cursor(after: $0, of: filter).description } : nil
  }

  /// A page while it fills.
  private struct Page {
    let limit: Int?
    let chunk: Int
    /// Where the last row stands that is on the page, or before it.
    var last: SortRow?
    private var waiting: [TicketRow] = []
    private var told = 0
    /// Whether there is more than the page shows.
    private(set) var isCut = false

    init(limit: Int?, chunk: Int, last: SortRow?) {
      (self.limit, self.chunk, self.last) = (limit, max(1, chunk), last)
    }

    var isFull: Bool { isCut }

    /// Goes on behind what was told.
    mutating func begin() { (waiting, isCut) = ([], false) }

    mutating func add(_ row: TicketRow, _ tell: ([TicketSummary]) throws -> Void) throws {
      if let limit, told + waiting.count >= limit {
        isCut = true
        return
      }
      waiting.append(row)
      if limit == nil, waiting.count == chunk { try flush(tell) }
    }

    mutating func flush(_ tell: ([TicketSummary]) throws -> Void) throws {
      guard let row = waiting.last else { return }
      try tell(waiting.map(\.summary))
      told += waiting.count
      (last, waiting) = (row.place, [])
    }
  }

  /// What a filter asks of the tickets that exist for this person.
  func query(_ filter: Filter, in snapshot: Snapshot) -> TicketQuery {
    let customers = Self.customers(in: snapshot)
    // A customer's own addresses are known already, and those of others are not theirs to learn.
    let filter =
      person.isStaff
      ? filter.resolvingCustomers { (try? snapshot.mainCustomer(of: $0))?.email } : filter
    return TicketQuery(filter, settings, looksAtAll: !permissions.mayReadAll) { ticket in
      visible(ticket).map { FilterSubject($0, rules, customers: customers) }
    }
  }

  /// The rows of a list, from the documents.
  private func rows(
    _ query: TicketQuery, in snapshot: Snapshot, after start: SortRow?
  ) throws -> [TicketRow] {
    let order = query.filter.order
    let customers = Self.customers(in: snapshot)
    var found: [TicketRow] = []
    try visit(query, in: snapshot) { subject in
      let place = order.row(subject, settings)
      if let start, !order.precedes(start, place) { return }
      let view = view(subject.ticket, customers)
      found.append(
        TicketRow(summary: TicketSummary(view.ticket, clocks: view.clocks), place: place))
    }
    return found.sorted { order.precedes($0.place, $1.place) }
  }

  /// Tickets with what is computed for this person, in the order of the ids; without those that are
  /// not there, or not for them.
  package func views(of ids: [TicketID]) throws -> [TicketView] {
    let snapshot = try store.snapshot()
    let customers = Self.customers(in: snapshot)
    let tickets = try snapshot.ticketsByID(ids)
    return ids.compactMap { id in tickets[id].flatMap(visible).map { view($0, customers) } }
  }

  /// The ids of the tickets that a filter may find, in their order: for work that looks at each of
  /// them anyway.
  func candidates(_ filter: Filter, in snapshot: Snapshot) throws -> [TicketID] {
    let query = query(filter, in: snapshot)
    return try withIndex(snapshot) { try $0.candidates(query) } ?? snapshot.ticketIDs()
  }

  /// The ids of the tickets that a filter finds, in their order.
  func ids(_ filter: Filter, in snapshot: Snapshot) throws -> [TicketID] {
    let query = query(filter, in: snapshot)
    if person.isStaff, let ids = try withIndex(snapshot, { try $0.ids(query) }) { return ids }
    var ids: [TicketID] = []
    try visit(query, in: snapshot) { ids.append($0.ticket.id) }
    return ids.sorted()
  }

  /// Goes through the documents of the tickets that a query finds, as this person may see them.
  func visit(
    _ query: TicketQuery, in snapshot: Snapshot, _ body: (FilterSubject) throws -> Void
  ) throws {
    try snapshot.visitTickets(try ids(thatMayBeFor: person, in: snapshot)) { ticket in
      if let subject = query.found(ticket) { try body(subject) }
    }
  }

  /// The tickets that may exist for somebody: a customer has few among many.
  private func ids(thatMayBeFor person: Person, in snapshot: Snapshot) throws -> [TicketID] {
    guard !person.isStaff, person.actor.isCustomer else { return try snapshot.ticketIDs() }
    let sharing = person.contact?.sharing
    let filter = Filter.ofCustomers(
      person.addresses.sorted() + (sharing?.members ?? []), domains: sharing?.domains ?? [])
    let guests = Filter.withGuests(person.addresses.sorted())
    let query = query(Filter(.any([filter.expression, guests.expression])), in: snapshot)
    return try withIndex(snapshot) { try $0.candidates(query) } ?? snapshot.ticketIDs()
  }
}
