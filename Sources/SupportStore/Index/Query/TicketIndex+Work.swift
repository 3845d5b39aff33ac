import SupportModel
import TextSearch

extension TicketIndex {
  /// Goes through the tickets that a query finds as reports count them: those that are open, and those
  /// to which anything happened from `since` on. `overdue` finds what is past due.
  package func visitWork(
    _ query: TicketQuery, since: Instant, overdue: Filter, _ names: inout ReportNames,
    _ body: (ReportTicket, ReportNames) -> Void
  ) throws {
    let lifecycle = query.settings.lifecycle
    func visit(_ subject: FilterSubject) {
      let isOverdue = overdue.matches(subject)
      let ticket = ReportTicket(subject.ticket, isOverdue: isOverdue, lifecycle, &names)
      body(ticket, names)
    }
    for closed in segments {
      let segment = closed.open(.many)
      var verdict = try query.verdict(segment, at: now)
      let columns = try WorkColumns(segment, lifecycle, since: since, at: now, &names)
      verdict.formIntersection(columns.counted)
      verdict.sure.subtract(columns.doubtful)
      for ticket in verdict.sure { body(try columns.ticket(ticket), names) }
      let ids = try verdict.doubtful.map { try columns.columns.id($0) }
      try snapshot.visitTickets(ids) { ticket in
        if let subject = query.found(ticket) { visit(subject) }
      }
    }
    for subject in try newer.compactMap(query.found) { visit(subject) }
  }
}

extension Verdict {
  /// Those of which only their documents tell.
  fileprivate var doubtful: DocumentSet {
    var doubtful = maybe
    doubtful.subtract(sure)
    return doubtful
  }
}

/// What reports count of the tickets of a segment, side by side.
private struct WorkColumns {
  let columns: TicketColumns
  /// The tickets that are open, or to which anything happened lately.
  private(set) var counted: DocumentSet
  /// Those of which the columns do not tell everything.
  private(set) var doubtful: DocumentSet
  private var isOpen: DocumentSet
  private var isOverdue: DocumentSet
  private var values: [SIMD8<UInt32>]
  private var ratings: [UInt8]

  private static let fields: [(dimension: ReportDimension, field: FilterField)] = [
    (.status, .status), (.priority, .priority), (.category, .category), (.team, .team),
    (.agent, .assignee),
  ]

  init(
    _ segment: Segment, _ lifecycle: Lifecycle, since: Instant, at now: Instant,
    _ names: inout ReportNames
  ) throws {
    columns = try segment.columns()
    let count = columns.count
    let none = DocumentSet(capacity: count)
    (counted, doubtful, isOpen, isOverdue) = (none, none, DocumentSet(allOf: count), none)
    ratings = Array(repeating: 0, count: count)
    var empty = SIMD8<UInt32>()
    for (dimension, _) in Self.fields {
      empty[dimension.rawValue] = names.number(of: nil, dimension)
    }
    values = Array(repeating: empty, count: count)
    for (dimension, field) in Self.fields { try read(dimension, field, lifecycle, &names) }
    try readRatings()
    try readClocks(of: segment, at: now)
    try noteCounted(since: since)
  }

  private mutating func read(
    _ dimension: ReportDimension, _ field: FilterField, _ lifecycle: Lifecycle,
    _ names: inout ReportNames
  ) throws {
    guard let table = try columns.table(field) else { return }
    if let unclear = try table.doubtful() { doubtful.formUnion(unclear) }
    for place in 0..<table.count {
      let value = try table.spelling(place)
      let number = names.number(of: value, dimension)
      let tickets = try table.tickets(place)
      for ticket in tickets { values[ticket][dimension.rawValue] = number }
      if dimension == .status, lifecycle.phase(of: value) == .done { isOpen.subtract(tickets) }
    }
  }

  private mutating func readRatings() throws {
    guard let table = try columns.table(.rating) else { return }
    if let unclear = try table.doubtful() { doubtful.formUnion(unclear) }
    for place in 0..<table.count {
      guard let stars = UInt8(try table.spelling(place)), (1...5).contains(stars) else { continue }
      for ticket in try table.tickets(place) { ratings[ticket] = stars }
    }
  }

  private mutating func readClocks(of segment: Segment, at now: Instant) throws {
    guard let clocks = try segment.clocks() else {
      doubtful.formUnion(isOpen)
      return
    }
    for ticket in isOpen {
      if try clocks.marks(ticket).contains(.isVolatile) {
        doubtful.insert(ticket)
      } else if let dueAt = try clocks.dueAt(ticket), dueAt < now {
        isOverdue.insert(ticket)
      }
    }
  }

  /// What is open counts, and what was opened, resolved or changed at all from then on.
  private mutating func noteCounted(since: Instant) throws {
    var found = isOpen
    for column in [IndexColumn.created, .updated, .resolved, .closed] {
      try columns.visit(column, as: Int64.self) { ticket, time in
        if time >= since.milliseconds, time != IndexRow.noInstant { found.insert(ticket) }
      }
    }
    counted = found
  }

  func ticket(_ number: Int) throws -> ReportTicket {
    let rating = Int(ratings[number])
    let created = try columns.time(.created, number)
    let id: UInt64 = try columns.number(.id, number)
    let createdAt = created ?? Instant(TicketID(number: id).date)
    return ReportTicket(
      number: id, createdAt: createdAt,
      updatedAt: try columns.time(.updated, number) ?? createdAt,
      firstResponseAt: try columns.time(.firstResponse, number),
      resolvedAt: try columns.time(.resolved, number) ?? columns.time(.closed, number),
      isOpen: isOpen.contains(number), isOverdue: isOverdue.contains(number),
      rating: rating == 0 ? nil : rating, values: values[number])
  }
}
