import SupportModel
import TextSearch

/// A search of the full text of tickets, among those that a filter finds.
struct TicketSearch {
  private let wish: Wish

  /// What to look for: the words of a query, or those that tell most of a question in the texts.
  private enum Wish {
    case words(Query)
    case like(Question, isTicket: Bool)
  }

  private let filter: TicketQuery
  private let limit: Int
  private let snapshot: Snapshot

  /// `query` is the whole filter, with the words in it.
  init(_ query: TicketQuery, limit: Int, in snapshot: Snapshot) {
    let (words, rest) = query.filter.parted
    var filter = query
    filter.filter = rest
    wish = .words(
      Query(
        words.text, fields: SegmentWriter.textFields.map(\.name),
        matching: words.matchesAny ? .any : .all))
    (self.filter, self.limit, self.snapshot) = (filter, limit, snapshot)
  }

  /// Asks for any of the words of a text, in which nothing is an operator.
  init(plain text: String, in query: TicketQuery, limit: Int, snapshot: Snapshot) {
    (wish, filter) = (.words(Query(plain: text)), query)
    (self.limit, self.snapshot) = (limit, snapshot)
  }

  /// Looks for tickets in which somebody asks the same; `isTicket` where one of them asks it here.
  init(
    like question: Question, isTicket: Bool, in query: TicketQuery, limit: Int, snapshot: Snapshot
  ) {
    (wish, filter) = (.like(question, isTicket: isTicket), query)
    (self.limit, self.snapshot) = (limit, snapshot)
  }

  /// Searches an index: its segments, and the tickets that changed since.
  func run(_ index: TicketIndex) throws -> TicketHits {
    let segments = index.segments.map { $0.open() }
    let parts = try Self.parts(index.newer.filter { filter.found($0) != nil })
    let scope = try Scope(segments, parts, filter, at: index.now)
    let texts =
      try segments.flatMap { try $0.searchTexts().map(\.text) }
      + parts.map { try TextSegment(of: $0) }
    var hits = try run(searched(texts), scope)
    // It would tell words of tickets that do not exist for whoever asks.
    if filter.looksAtAll { hits.suggestion = nil }
    return hits
  }

  /// Searches tickets that have been read, and found, as whoever asks may see them: they are not
  /// looked at again, for less of them is there to judge by.
  func run(_ tickets: [Ticket]) throws -> TicketHits {
    let parts = Self.parts(tickets)
    let texts = try parts.map { try TextSegment(of: $0) }
    let scope = Scope(parts)
    return try run(searched(texts), scope)
  }

  private func searched(_ texts: [TextSegment<IndexText>]) -> TextSegments<IndexText> {
    let synonyms = Synonyms(filter.settings.search.synonyms)
    return TextSegments(texts, fields: SegmentWriter.textFields, synonyms: synonyms)
  }

  /// Tickets in memory, as many to a segment as are quickly sorted into one.
  private static func parts(_ tickets: [Ticket]) -> [[Ticket]] {
    stride(from: 0, to: tickets.count, by: 8192).map { start in
      Array(tickets[start..<min(start + 8192, tickets.count)])
    }
  }

  /// What is asked of some texts, and what a hit's score there is to its reader.
  private func asked(
    _ texts: TextSegments<IndexText>
  ) throws -> (query: Query, score: (Double) -> Double) {
    switch wish {
    case .words(let query): return (query, { $0 })
    case .like(let question, let isTicket):
      let likeness = try texts.query(like: question, fewest: isTicket ? 2 : 1)
      return (likeness.query, likeness.part)
    }
  }

  /// Tickets that only their documents show to be asked for may turn out not to be: then more hits are
  /// looked for.
  private func run(_ texts: TextSegments<IndexText>, _ scope: Scope) throws -> TicketHits {
    var (hits, wanted, taken) = (TicketHits(), limit, 0)
    let (words, score) = try asked(texts)
    let asked = texts.asked(words)
    var highlighter = Highlighter(asked, length: 150)
    while true {
      let found = try texts.search(words, limit: wanted) { try scope.documents($0) }
      for hit in found.hits.dropFirst(taken) where hits.hits.count < limit {
        if let ticket = try scope.ticket(hit, filter, snapshot) {
          hits.hits.append(
            TicketHit(ticket, score: score(hit.score), for: asked, &highlighter))
        }
      }
      hits.total = scope.isDoubtful ? nil : found.total
      guard hits.hits.count < limit, found.hits.count == wanted, scope.isDoubtful else { break }
      (taken, wanted) = (wanted, wanted * 4)
    }
    if hits.hits.isEmpty { hits.suggestion = try texts.suggestion(for: words) }
    return hits
  }
}

/// Which tickets a search looks among.
private final class Scope {
  private let segments: [Segment]
  /// The texts of the segments: for each its segment and which of the tickets there it has.
  private let texts: [(segment: Int, tickets: Range<Int>)]
  /// Tickets in memory, in texts behind those.
  private let read: [[Ticket]]
  private let filter: TicketQuery?
  private let now: Instant
  private var verdicts: [Int: Verdict] = [:]
  /// Whether documents have to tell of some tickets whether they are asked for.
  private(set) var isDoubtful = false

  init(
    _ segments: [Segment], _ newer: [[Ticket]], _ filter: TicketQuery, at now: Instant
  ) throws {
    (self.segments, read, self.filter, self.now) = (segments, newer, filter, now)
    texts = try segments.enumerated().flatMap { place, segment in
      try segment.searchTexts().map { (place, $0.start..<$0.start + $0.text.count) }
    }
  }

  init(_ read: [[Ticket]]) {
    (segments, texts, self.read, filter, now) = ([], [], read, nil, Instant(milliseconds: 0))
  }

  /// The documents of a text that count; nil for all of them.
  func documents(_ number: Int) throws -> DocumentSet? {
    guard number < texts.count else { return nil }
    let (place, tickets) = texts[number]
    return isAll(place) ? nil : try verdict(place).maybe.part(tickets)
  }

  /// Whether all tickets of a segment are asked for, so that none has to be looked at to know.
  private func isAll(_ number: Int) -> Bool {
    segments[number].isWhole && filter?.asksForAll == true
  }

  private func verdict(_ number: Int) throws -> Verdict {
    if let known = verdicts[number] { return known }
    guard let filter else { throw IndexDamage() }
    let verdict = try filter.verdict(segments[number], at: now)
    verdicts[number] = verdict
    isDoubtful = isDoubtful || verdict.sure != verdict.maybe
    return verdict
  }

  /// The ticket of a hit; nil where its document says that it is not asked for.
  func ticket(_ hit: TextHit, _ filter: TicketQuery, _ snapshot: Snapshot) throws -> Ticket? {
    guard hit.segment < texts.count else {
      let place = hit.segment - texts.count
      guard place < read.count, hit.document < read[place].count else { throw IndexDamage() }
      let ticket = read[place][hit.document]
      return self.filter == nil ? ticket : filter.subject(ticket)?.ticket
    }
    let (place, tickets) = texts[hit.segment]
    let number = tickets.lowerBound + hit.document
    guard let ticket = try snapshot.ticket(try segments[place].columns().id(number)) else {
      return nil
    }
    let isSure = try isAll(place) || verdict(place).sure.contains(number)
    return (isSure ? filter.subject(ticket) : filter.found(ticket))?.ticket
  }
}

extension TicketIndex {
  /// Searches the full text of the tickets that a filter finds, by the words in it.
  package func search(_ query: TicketQuery, limit: Int) throws -> TicketHits {
    try TicketSearch(query, limit: limit, in: snapshot).run(self)
  }
}

extension TicketIndex {
  /// Ranks the tickets that a filter finds by the words of a text, in which nothing is an operator.
  package func rank(plain text: String, _ query: TicketQuery, limit: Int) throws -> TicketHits {
    try TicketSearch(plain: text, in: query, limit: limit, snapshot: snapshot).run(self)
  }
}

extension TicketIndex {
  /// The tickets that a filter finds in which somebody asks the same, the likest first; `isTicket`
  /// where one of the desk's tickets asks it here.
  package func tickets(
    like question: Question, isTicket: Bool, _ query: TicketQuery, limit: Int
  ) throws -> TicketHits {
    try TicketSearch(
      like: question, isTicket: isTicket, in: query, limit: limit, snapshot: snapshot
    ).run(self)
  }
}

extension Snapshot {
  /// The same among tickets that have been read.
  package func tickets(
    like question: Question, isTicket: Bool, _ query: TicketQuery, limit: Int,
    among tickets: [Ticket]
  ) throws -> TicketHits {
    try search(
      TicketSearch(like: question, isTicket: isTicket, in: query, limit: limit, snapshot: self),
      among: tickets)
  }

  /// Searches tickets that have been read, and of which all is so that the filter asks for besides
  /// its words.
  package func search(_ query: TicketQuery, limit: Int, among tickets: [Ticket]) throws
    -> TicketHits
  {
    try search(TicketSearch(query, limit: limit, in: self), among: tickets)
  }

  private func search(_ search: TicketSearch, among tickets: [Ticket]) throws -> TicketHits {
    do {
      return try search.run(tickets)
    } catch  where error is TextDamage || error is IndexDamage {
      preconditionFailure("what was just written can be read")
    }
  }
}
