/// Tests that are to hold of one ticket all together, as long as they do not contradict each other.
struct FilterClause {
  private var tests: Set<FilterTest> = []

  /// The clause with more tests; nil where one contradicts another.
  func adding(_ more: [FilterTest]) -> FilterClause? {
    var clause = self
    for test in more where !clause.tests.contains(test) {
      guard !clause.tests.contains(test.opposite) else { return nil }
      clause.tests.insert(test)
    }
    let fields = Set(more.compactMap(\.fact.field))
    return fields.allSatisfy(clause.isPossible) ? clause : nil
  }

  /// Whether some value of a field, or its absence, fulfils all that is asked of it.
  private func isPossible(_ field: FilterField) -> Bool {
    let tests = tests.filter { $0.fact.field == field }
    let wanted = tests.filter { !$0.isNegated }.map(\.fact)
    let unwanted = tests.filter(\.isNegated).map(\.fact)
    let isAbsent = unwanted.contains(.present(field))
    if isAbsent { return wanted.isEmpty && !field.isAlwaysThere }
    return isNamePossible(field, wanted, unwanted)
      && isValuePossible(wanted, unwanted, times) && isValuePossible(wanted, unwanted, numbers)
  }

  // MARK: Names

  private func isNamePossible(
    _ field: FilterField, _ wanted: [FilterFact], _ unwanted: [FilterFact]
  ) -> Bool {
    let lists = wanted.compactMap(\.values)
    let excluded = Set(unwanted.compactMap(\.values).joined())
    guard field.isSingle else {
      return lists.allSatisfy { !excluded.isSuperset(of: $0) }
    }
    guard let first = lists.first else { return isPatternPossible(wanted, unwanted) }
    return first.contains { value in
      !excluded.contains(value) && lists.allSatisfy { $0.contains(value) }
        && wanted.allSatisfy { $0.allows(value) ?? true }
        && unwanted.allSatisfy { $0.allows(value) != true }
    }
  }

  /// Categories and domains without a list of values: of two, one has to lie within the other.
  private func isPatternPossible(_ wanted: [FilterFact], _ unwanted: [FilterFact]) -> Bool {
    wanted.allSatisfy { one in
      !wanted.contains(where: one.excludes) && !unwanted.contains(where: one.liesWithin)
    }
  }

  // MARK: Times and numbers

  private var times: (FilterFact) -> FilterRange<Instant>? {
    { if case .time(_, let range) = $0 { range } else { nil } }
  }

  private var numbers: (FilterFact) -> FilterRange<Double>? {
    { if case .number(_, let range) = $0 { range } else { nil } }
  }

  /// Whether something is left of what all wanted ranges share when the unwanted ones are taken out.
  private func isValuePossible<Bound>(
    _ wanted: [FilterFact], _ unwanted: [FilterFact],
    _ range: (FilterFact) -> FilterRange<Bound>?
  ) -> Bool {
    let ranges = wanted.compactMap(range)
    guard !ranges.isEmpty else { return true }
    let shared = FilterRange(
      from: ranges.compactMap(\.from).max(), before: ranges.compactMap(\.before).min())
    let left = unwanted.compactMap(range).reduce([shared]) { left, gone in
      left.flatMap { $0.without(gone) }
    }
    return left.contains { !$0.isReversed }
  }
}

extension FilterTest {
  var opposite: FilterTest { FilterTest(fact: fact, isNegated: !isNegated) }
}

extension FilterField {
  /// Whether every ticket has a value.
  fileprivate var isAlwaysThere: Bool {
    switch self {
    case .id, .created, .updated, .was: true
    default: false
    }
  }

  /// Whether a ticket has one value at the most; `docs/format.md` says so of custom fields and of
  /// these fields of a customer.
  fileprivate var isSingle: Bool {
    switch self {
    case .tag, .watcher, .id, .was, .link, .member: false
    case .customerDetail(let name):
      DocumentShape.customer.contains(name) && !DocumentShape.customerLists.contains(name)
    default: true
    }
  }
}

extension FilterFact {
  /// The values of which one is asked for.
  fileprivate var values: [String]? {
    if case .among(_, let values) = self { values } else { nil }
  }

  /// Whether a field that has this value fulfils the fact; nil where that is not known.
  fileprivate func allows(_ value: String) -> Bool? {
    switch self {
    case .among(_, let values): values.contains(value)
    case .below(let category): Category.isWithin(value, category)
    case .domain(let domain): value.hasSuffix(domain)
    case .contains(_, let needle): needle.occurs(in: value)
    case .present: true
    case .mentions, .id, .time, .number, .attachment, .message, .linked, .state: nil
    }
  }

  /// Whether no value fulfils both, as far as categories and domains tell.
  fileprivate func excludes(_ other: FilterFact) -> Bool {
    switch (self, other) {
    case (.below, .below), (.domain, .domain): !liesWithin(other) && !other.liesWithin(self)
    default: false
    }
  }

  /// Whether every value that fulfils this fulfils the other, as far as categories and domains tell.
  fileprivate func liesWithin(_ other: FilterFact) -> Bool {
    switch (self, other) {
    case (.below(let path), .below(let above)): Category.isWithin(path, above)
    case (.domain(let domain), .domain(let wider)): domain.hasSuffix(wider)
    default: false
    }
  }
}

extension FilterRange {
  /// What is left of it: up to the beginning of the other, and from its end on.
  fileprivate func without(_ other: FilterRange) -> [FilterRange] {
    var left: [FilterRange] = []
    if let start = other.from {
      left.append(FilterRange(from: from, before: before.map { Swift.min($0, start) } ?? start))
    }
    if let end = other.before {
      left.append(FilterRange(from: from.map { Swift.max($0, end) } ?? end, before: before))
    }
    return left.filter { !$0.isReversed }
  }
}
