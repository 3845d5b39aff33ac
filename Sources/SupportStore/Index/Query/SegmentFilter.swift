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

  var count: Int { segment.count }

  /// Of the tickets that count in the segment.
  func verdict(_ expression: FilterExpression) throws -> Verdict {
    if expression == .everything { return Verdict(try segment.live()) }
    var verdict = try evaluate(expression)
    if !segment.isWhole { verdict.formIntersection(try segment.live()) }
    return verdict
  }

  private func evaluate(_ expression: FilterExpression) throws -> Verdict {
    switch expression {
    case .term(let term): return try union(term.anyOf, evaluate)
    case .not(let inner): return try evaluate(inner).negated
    case .any(let parts): return try union(parts, evaluate)
    case .all(let parts):
      guard let first = parts.first else { return Verdict(DocumentSet(allOf: count)) }
      var verdict = try evaluate(first)
      for part in parts.dropFirst() where !verdict.maybe.isEmpty {
        verdict.formIntersection(try evaluate(part))
      }
      return verdict
    }
  }

  private func union<Part>(_ parts: [Part], _ evaluate: (Part) throws -> Verdict) throws -> Verdict
  {
    guard let first = parts.first else { return Verdict(DocumentSet(capacity: count)) }
    var union = try evaluate(first)
    for part in parts.dropFirst() { union.formUnion(try evaluate(part)) }
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
      try values(.category) { Category.isWithin($0, category) }
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
  func values(
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
    if let doubtful = try table.doubtful() { maybe.formUnion(doubtful) }
    return isExact ? Verdict(sure: found, maybe: maybe) : Verdict(perhaps: maybe)
  }

  func among(_ field: FilterField, _ values: [String]) throws -> Verdict {
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

  func present(_ field: FilterField) throws -> Verdict {
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
}
