import SupportModel
import TextSearch

extension TicketIndex {
  /// What the tickets of a period are about that a query finds.
  package func topics(_ search: TopicSearch, _ query: TicketQuery) throws -> TopicReport {
    let period = search.period.withBefore
    let sources =
      segments.filter { $0.entry.bounds.mayHoldTickets(of: period) }
      .map { TopicSource.segment($0.open(.many)) }
      + TopicSource.read(try newer.compactMap { query.found($0)?.ticket })
    return try search.report(sources) { segment in
      try query.numbers(in: segment, self, during: period)
    }
  }
}

extension Snapshot {
  /// The same of tickets that have been read.
  package func topics(_ search: TopicSearch, among tickets: [Ticket]) throws -> TopicReport {
    do {
      return try search.report(TopicSource.read(tickets)) { _ in [] }
    } catch  where error is TextDamage || error is IndexDamage {
      preconditionFailure("what was just written can be read")
    }
  }
}

/// Tickets that topics are looked for in.
private enum TopicSource {
  case segment(Segment)
  /// Tickets that were read, in the order of their ids.
  case tickets([Ticket])

  /// So many tickets have a text of their own.
  private static let part = 8192

  static func read(_ tickets: [Ticket]) -> [TopicSource] {
    let tickets = tickets.sorted { $0.id < $1.id }
    return stride(from: 0, to: tickets.count, by: part).map { start in
      .tickets(Array(tickets[start..<min(start + part, tickets.count)]))
    }
  }

  /// The full text, in parts that begin at some number.
  func texts() throws -> [Segment.TextPart] {
    switch self {
    case .segment(let segment): try segment.searchTexts()
    case .tickets(let tickets): [Segment.TextPart(start: 0, text: try TextSegment(of: tickets))]
    }
  }

  func ticket(_ number: Int) throws -> TopicTicket {
    switch self {
    case .segment(let segment): try TopicTicket(segment.columns(), number)
    case .tickets(let tickets): TopicTicket(tickets[number])
    }
  }
}

extension TopicSearch {
  /// `numbers` tells which tickets of a segment are asked for.
  fileprivate func report(
    _ sources: [TopicSource], numbers: (Segment) throws -> [Int]
  ) throws -> TopicReport {
    var candidates: [TopicCandidate] = []
    for (source, tickets) in sources.enumerated() {
      func add(_ number: Int, _ createdAt: Instant, _ id: TicketID) {
        candidates.append(
          TopicCandidate(
            createdAt: createdAt, id: id.number, source: Int32(source), number: Int32(number)))
      }
      switch tickets {
      case .segment(let segment):
        let columns = try segment.columns()
        for number in try numbers(segment) {
          let id = try columns.id(number)
          add(number, try columns.time(.created, number) ?? Instant(id.date), id)
        }
      case .tickets(let tickets):
        for (number, ticket) in tickets.enumerated() { add(number, ticket.createdAt, ticket.id) }
      }
    }
    let choice = choice(of: candidates)
    candidates = []
    return try report(choice, in: sources)
  }

  private func report(_ choice: TopicChoice, in sources: [TopicSource]) throws -> TopicReport {
    let parts = try sources.map { try $0.texts() }
    let firsts = parts.indices.map { place in parts[..<place].reduce(0) { $0 + $1.count } }
    let places = try (choice.own + (choice.before ?? [])).map { candidate in
      let (source, number) = (Int(candidate.source), Int(candidate.number))
      guard let part = parts[source].lastIndex(where: { $0.start <= number }) else {
        throw IndexDamage()
      }
      return Place(
        ticket: try sources[source].ticket(number), text: firsts[source] + part,
        document: number - parts[source][part].start)
    }
    let texts = TextSegments(parts.joined().map(\.text), fields: SegmentWriter.textFields)
    return try report(choice, places, in: texts)
  }
}

extension TicketQuery {
  /// The tickets of a segment that were opened in a period and are asked for.
  fileprivate func numbers(
    in segment: Segment, _ index: TicketIndex, during period: SLAPeriod
  ) throws -> [Int] {
    let verdict = try verdict(segment, at: index.now)
    let columns = try segment.columns()
    return try verdict.maybe.filter { number in
      guard let created = try columns.time(.created, number), period.covers(created) else {
        return false
      }
      if verdict.sure.contains(number) { return true }
      return try index.snapshot.ticket(try columns.id(number)).flatMap(found) != nil
    }
  }
}
