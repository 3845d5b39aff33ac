import Platform
import SupportModel
import TextSearch

extension TicketIndex {
  /// The tickets that a query finds, in its order; `start` is the row after which they begin. Where all
  /// of them are wanted, `isLong`, memory is spared.
  package func rows(
    _ query: TicketQuery, after start: SortRow? = nil, isLong: Bool = false
  ) throws -> TicketRows {
    try TicketRows(self, query, after: start, isLong ? .many : .few)
  }

  /// How many tickets a query finds.
  package func count(_ query: TicketQuery) throws -> Int {
    var count = try newer.count { query.found($0) != nil }
    // Mostly this takes less time than to start a thread.
    var doubtful: [(segment: ClosedSegment, verdict: Verdict)] = []
    for closed in segments {
      let verdict = try query.verdict(closed.open(), at: now)
      count += verdict.sure.count
      if verdict.sure != verdict.maybe { doubtful.append((closed, verdict)) }
    }
    return try Workers.map(doubtful.count) { [doubtful] place in
      let (closed, verdict) = doubtful[place]
      var count = 0
      try visitDoubtful(verdict, closed.open(), query) { _ in count += 1 }
      return count
    }.reduce(count, +)
  }

  /// How many of the tickets that a query finds have each value of a field; nil stands for none.
  package func counts(_ query: TicketQuery, by field: FilterField) throws -> [String?: Int] {
    var counts: [String?: Int] = [:]
    for subject in try newer.compactMap(query.found) {
      counts.count(subject.groups(by: field))
    }
    let parts = try pass { segment in try count(query, by: field, segment) }
    return parts.reduce(into: counts) { $0.merge($1, uniquingKeysWith: +) }
  }

  /// The ids of the tickets that a query finds, in their order.
  package func ids(_ query: TicketQuery) throws -> [TicketID] {
    let parts = try pass { segment in
      let verdict = try query.verdict(segment, at: now)
      let columns = try segment.columns()
      var ids = try verdict.sure.map { try columns.id($0) }
      try visitDoubtful(verdict, segment, query) { ids.append($0.ticket.id) }
      return ids
    }
    let more = try newer.compactMap { query.found($0)?.ticket.id }
    return (parts.joined() + more).sorted()
  }

  /// The ids of all tickets that a query may find, in their order.
  package func candidates(_ query: TicketQuery) throws -> [TicketID] {
    let parts = try pass { segment in
      let columns = try segment.columns()
      return try query.verdict(segment, at: now).maybe.map { try columns.id($0) }
    }
    return try (parts.joined() + newer.map(\.id)).sorted()
  }

  /// Does something with each segment, with several at once where it pays.
  private func pass<Part: Sendable>(
    _ body: @escaping @Sendable (Segment) throws -> Part
  ) throws -> [Part] {
    try Workers.map(segments.count, most: segments.count < 4 ? 1 : Workers.count) { place in
      try body(segments[place].open())
    }
  }

  /// Goes through the tickets that only their documents show to be asked for.
  private func visitDoubtful(
    _ verdict: Verdict, _ segment: Segment, _ query: TicketQuery,
    _ body: (FilterSubject) throws -> Void
  ) throws {
    var doubtful = verdict.maybe
    doubtful.subtract(verdict.sure)
    let columns = try segment.columns()
    try snapshot.visitTickets(try doubtful.map { try columns.id($0) }) { ticket in
      if let subject = query.found(ticket) { try body(subject) }
    }
  }

  private func count(
    _ query: TicketQuery, by field: FilterField, _ segment: Segment
  ) throws -> [String?: Int] {
    var verdict = try query.verdict(segment, at: now)
    let columns = try segment.columns()
    var counts: [String?: Int] = [:]
    if let column = IndexColumn(time: field) {
      for ticket in verdict.sure {
        counts[try columns.time(column, ticket)?.date.description, default: 0] += 1
      }
    } else if TicketColumnsWriter.keeps(field) {
      try count(try columns.table(field), &counts, &verdict)
    } else {
      verdict.sure = DocumentSet(capacity: segment.count)
    }
    try visitDoubtful(verdict, segment, query) { counts.count($0.groups(by: field)) }
    return counts
  }

  /// Counts the tickets of each value. Those of which the table does not tell everything become
  /// doubtful.
  private func count(
    _ table: ValueTable?, _ counts: inout [String?: Int], _ verdict: inout Verdict
  ) throws {
    if let doubtful = try table?.doubtful() { verdict.sure.subtract(doubtful) }
    if verdict.sure.isEmpty { return }
    guard let table else {
      counts[nil, default: 0] += verdict.sure.count
      return
    }
    let (values, rest) = try table.counts(among: verdict.sure)
    for (place, count) in values { counts[try table.spelling(place), default: 0] += count }
    if !rest.isEmpty { counts[nil, default: 0] += rest.count }
  }
}

extension Dictionary where Key == String?, Value == Int {
  /// Counts a ticket for each of its values.
  fileprivate mutating func count(_ values: Set<String>) {
    for value in values { self[value, default: 0] += 1 }
    if values.isEmpty { self[nil, default: 0] += 1 }
  }
}
