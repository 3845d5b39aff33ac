extension FilterExpression {
  /// All the terms in it, negated or not, as they stand.
  package var terms: [FilterTerm] {
    switch self {
    case .term(let term): [term]
    case .not(let inner): inner.terms
    case .all(let parts), .any(let parts): parts.flatMap(\.terms)
    }
  }

  /// Whether its words mean other tests at another time.
  package var isRelative: Bool { terms.contains(where: \.isRelative) }
}

extension FilterTerm {
  /// Whether it asks for what the clocks of the SLA show: `is:overdue`, `due:<+1h`.
  package var asksForClocks: Bool {
    anyOf.contains { test in
      switch test.fact {
      case .state(.overdue), .state(.paused), .state(.breached): true
      default: test.fact.field?.isOfClocks ?? false
      }
    }
  }

  /// Whether it asks for the record of the ticket's customer: `customer.tier:gold`.
  package var asksForCustomer: Bool {
    anyOf.contains { test in
      if case .customerDetail = test.fact.field { true } else { false }
    }
  }
}

extension FilterFact {
  /// The one field that it is about; nil where it looks at several, or at none.
  package var field: FilterField? {
    switch self {
    case .contains(let field, _), .among(let field, _), .time(let field, _), .number(let field, _),
      .present(let field):
      field
    case .id: .id
    case .below: .category
    case .domain: .customer
    case .linked: .link
    case .mentions, .attachment, .message, .state: nil
    }
  }
}

extension FilterField {
  /// Whether its value follows from the clocks of the SLA.
  var isOfClocks: Bool {
    switch self {
    case .due: true
    case .member(let path): path.hasPrefix("sla.")
    default: false
    }
  }
}
