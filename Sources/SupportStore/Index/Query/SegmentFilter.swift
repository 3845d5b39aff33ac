import SupportModel
import TextSearch

/// Evaluates filters on the columns of a segment. What they answer is what `Filter.matches` answers of
/// the documents, as far as they answer.
struct SegmentFilter {
  let segment: Segment
  let columns: TicketColumns
  let now: Instant

  init(_ segment: Segment, at now: Instant) throws {
    (self.segment, columns, self.now) = (segment, try segment.columns(), now)
  }

  private var count: Int { segment.count }

  /// Of the tickets that count in the segment.
  func verdict(_ expression: FilterExpression) throws -> Verdict {
    var verdict = try evaluate(expression)
    verdict.formIntersection(try segment.live())
    return verdict
  }

  private func evaluate(_ expression: FilterExpression) throws -> Verdict {
    switch expression {
    case .term(let term): return try union(term.anyOf, evaluate)
    case .not(let inner): return try evaluate(inner).negated
    case .any(let parts): return try union(parts, evaluate)
    case .all(let parts):
      var verdict = Verdict(DocumentSet(allOf: count))
      for part in parts where !verdict.maybe.isEmpty {
        verdict.formIntersection(try evaluate(part))
      }
      return verdict
    }
  }

  private func union<Part>(_ parts: [Part], _ evaluate: (Part) throws -> Verdict) throws -> Verdict
  {
    var union = Verdict(DocumentSet(capacity: count))
    for part in parts { union.formUnion(try evaluate(part)) }
    return union
  }

  private func evaluate(_ test: FilterTest) throws -> Verdict {
    let verdict = try evaluate(test.fact)
    return test.isNegated ? verdict.negated : verdict
  }

  private func evaluate(_ fact: FilterFact) throws -> Verdict {
    switch fact {
    case .mentions(let needle, _): try mentions(needle)
    case .contains(.subject, let needle): Verdict(try subjects(containing: needle))
    case .contains(let field, let needle): try values(field) { needle.occurs(in: $0) }
    case .id(let reference): Verdict(try ids(reference))
    case .among(let field, let values): try among(field, values)
    case .below(let category):
      try values(.category) { $0 == category || $0.hasPrefix(category + "/") }
    case .domain(let domain): try values(.customer) { $0.hasSuffix(domain) }
    case .time(let field, let range): try times(field, range)
    case .number(let field, let range):
      // Lists have no number, which their values do not show.
      try values(field, isExact: false) { Double($0).map(range.contains) ?? false }
    case .present(let field): try present(field)
    case .attachment(let inNotes): try marked(inNotes ? .anyAttachment : .attachment)
    case .message(let fact, let inNotes): try messages(fact, inNotes: inNotes)
    case .linked: try values(.link, isExact: false) { _ in true }
    case .state(let state): try holds(state)
    }
  }

  // MARK: Values

  /// The tickets of which a value of the field, in lower case, passes.
  private func values(
    _ field: FilterField, isExact: Bool = true, _ passes: (String) -> Bool
  ) throws -> Verdict {
    guard TicketColumnsWriter.keeps(field) else { return .unknown(count) }
    guard let table = try columns.table(field) else { return Verdict(DocumentSet(capacity: count)) }
    var found = DocumentSet(capacity: count)
    for place in 0..<table.count
    where passes(String(decoding: try table.key(place), as: UTF8.self)) {
      try table.addTickets(place, to: &found)
    }
    return try verdict(found, table, isExact: isExact)
  }

  private func verdict(
    _ found: DocumentSet, _ table: ValueTable, isExact: Bool = true
  ) throws -> Verdict {
    var maybe = found
    maybe.formUnion(try table.doubtful())
    return isExact ? Verdict(sure: found, maybe: maybe) : Verdict(perhaps: maybe)
  }

  private func among(_ field: FilterField, _ values: [String]) throws -> Verdict {
    guard TicketColumnsWriter.keeps(field) else { return .unknown(count) }
    guard values.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) else {
      // One text may be spelled with several sequences of bytes.
      return try self.values(field) { values.contains($0) }
    }
    guard let table = try columns.table(field) else { return Verdict(DocumentSet(capacity: count)) }
    var found = DocumentSet(capacity: count)
    for value in values {
      for place in try table.places(of: value) { try table.addTickets(place, to: &found) }
    }
    return try verdict(found, table)
  }

  private func present(_ field: FilterField) throws -> Verdict {
    switch field {
    case .id: return Verdict(DocumentSet(allOf: count))
    case .subject:
      var found = DocumentSet(capacity: count)
      for ticket in 0..<count where try !columns.line(ticket).subject.isEmpty {
        found.insert(ticket)
      }
      return Verdict(found)
    default:
      if field.kind == .time { return try times(field, FilterRange()) }
      return try values(field) { _ in true }
    }
  }

  // MARK: Words

  private func subjects(containing needle: Needle) throws -> DocumentSet {
    var found = DocumentSet(capacity: count)
    for ticket in 0..<count {
      if needle.occurs(in: try columns.line(ticket).subject) { found.insert(ticket) }
    }
    return found
  }

  /// Every run of letters and digits of the needle lies within a word of the ticket.
  private func mentions(_ needle: Needle) throws -> Verdict {
    guard needle.text.utf8.allSatisfy({ $0 < 0x80 }) else { return .unknown(count) }
    var maybe = DocumentSet(allOf: count)
    let runs = needle.text.utf8.split { !Self.isLetterOrDigit($0) }
    for run in runs {
      let letters = String(decoding: Array(run), as: UTF8.self)
      guard let found = try segment.searchText().documents(mayContain: letters) else { continue }
      maybe.formIntersection(found)
    }
    return Verdict(perhaps: maybe)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func ids(_ reference: TicketReference) throws -> DocumentSet {
    var found = DocumentSet(capacity: count)
    if let whole = reference.whole {
      if let ticket = try columns.ticket(whole.number) { found.insert(ticket) }
      return found
    }
    let numbers = reference.numbers
    try columns.visit(.id, as: UInt64.self) { ticket, id in
      if numbers.match(id) { found.insert(ticket) }
    }
    return found
  }

  // MARK: Messages

  /// Columns know all messages. Where notes do not count, the documents have to tell.
  private func messages(_ fact: MessageFact, inNotes: Bool) throws -> Verdict {
    let verdict = try messages(fact)
    return inNotes ? verdict : Verdict(perhaps: verdict.maybe)
  }

  private func messages(_ fact: MessageFact) throws -> Verdict {
    switch fact {
    case .present: try present(.messageDirection)
    case .direction(let direction): try among(.messageDirection, [direction.rawValue])
    case .at(let range): try messages(range)
    case .author(let name): try author(name)
    case .authorLike: .unknown(count)
    case .says(let needle): try mentions(needle)
    case .attaches(let needle): try values(.attachment) { needle.occurs(in: $0) }
    case .note: try marked(.note)
    }
  }

  private func author(_ name: String) throws -> Verdict {
    guard Actor(name)?.email == nil else { return .unknown(count) }
    guard let table = try columns.table(TicketColumnsWriter.author) else {
      return Verdict(DocumentSet(capacity: count))
    }
    var found = DocumentSet(capacity: count)
    for place in try table.places(of: name) { try table.addTickets(place, to: &found) }
    return Verdict(found)
  }

  /// A message may be within a time where the first and the last one are not both on one side of it.
  private func messages(_ range: FilterRange<Instant>) throws -> Verdict {
    let (from, before) = (range.from?.milliseconds ?? .min, range.before?.milliseconds ?? .max)
    var (begun, over) = (DocumentSet(capacity: count), DocumentSet(capacity: count))
    try columns.visit(.firstMessage, as: Int64.self) { ticket, time in
      if time < before { begun.insert(ticket) }
    }
    try columns.visit(.latestMessage, as: Int64.self) { ticket, time in
      if time < from { over.insert(ticket) }
    }
    begun.subtract(over)
    return Verdict(perhaps: begun)
  }

  // MARK: Times and states

  private func times(_ field: FilterField, _ range: FilterRange<Instant>) throws -> Verdict {
    if field == .due { return try due(range) }
    guard let column = IndexColumn(time: field) else { return .unknown(count) }
    let from = range.from?.milliseconds ?? .min
    // What has no time is later than any.
    let before = range.before?.milliseconds ?? IndexRow.noInstant
    var found = DocumentSet(capacity: count)
    try columns.visit(column, as: Int64.self) { ticket, time in
      if from <= time, time < before { found.insert(ticket) }
    }
    return Verdict(found)
  }

  private func due(_ range: FilterRange<Instant>) throws -> Verdict {
    try clocks { clocks, ticket in try clocks.dueAt(ticket).map(range.contains) ?? false }
  }

  private func holds(_ state: FilterState) throws -> Verdict {
    switch state {
    case .unreadByAgent: try marked(.unreadByAgent)
    case .unreadByCustomer: try marked(.unreadByCustomer)
    case .paused: try clocks { clocks, ticket in try clocks.marks(ticket).contains(.isPaused) }
    case .overdue:
      try clocks { clocks, ticket in try clocks.dueAt(ticket).map { $0 < now } ?? false }
    case .breached:
      try clocks { clocks, ticket in try clocks.breachesAt(ticket) < now.milliseconds }
    }
  }

  private func clocks(_ holds: (ClockColumns, Int) throws -> Bool) throws -> Verdict {
    guard let clocks = try segment.clocks() else { return .unknown(count) }
    var (found, open) = (DocumentSet(capacity: count), DocumentSet(capacity: count))
    for ticket in 0..<count {
      if try clocks.marks(ticket).contains(.isVolatile) {
        open.insert(ticket)
      } else if try holds(clocks, ticket) {
        found.insert(ticket)
      }
    }
    open.formUnion(found)
    return Verdict(sure: found, maybe: open)
  }

  private func marked(_ mark: IndexMark) throws -> Verdict {
    var found = DocumentSet(capacity: count)
    try columns.visit(.marks, as: UInt16.self) { ticket, marks in
      if marks & mark.rawValue != 0 { found.insert(ticket) }
    }
    return Verdict(found)
  }
}
