extension Filter {
  /// The filter with the addresses that customers are known by added to those that it names: a
  /// further address stands for whoever it leads to. The words stay as they are.
  package func resolvingCustomers(_ main: (String) -> String?) -> Filter {
    Filter(expression.resolvingCustomers(main), sorts: sorts)
  }
}

extension FilterExpression {
  fileprivate func resolvingCustomers(_ main: (String) -> String?) -> FilterExpression {
    switch self {
    case .term(let term): .term(term.resolvingCustomers(main))
    case .not(let inner): .not(inner.resolvingCustomers(main))
    case .all(let parts): .all(parts.map { $0.resolvingCustomers(main) })
    case .any(let parts): .any(parts.map { $0.resolvingCustomers(main) })
    }
  }
}

extension FilterTerm {
  fileprivate func resolvingCustomers(_ main: (String) -> String?) -> FilterTerm {
    let tests = anyOf.map { test in
      guard case .among(.customer, let addresses) = test.fact else { return test }
      let others = addresses.compactMap(main).filter { !addresses.contains($0) }
      return FilterTest(fact: .among(.customer, addresses + others), isNegated: test.isNegated)
    }
    return tests == anyOf ? self : FilterTerm(text: text, anyOf: tests, isRelative: isRelative)
  }
}
