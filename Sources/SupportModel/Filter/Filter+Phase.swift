extension Filter {
  /// Whether the filter itself says which phase of their life it wants tickets in; where it does
  /// not, a list shows open ones.
  package var choosesPhase: Bool { expression.choosesPhase }
}

extension FilterExpression {
  fileprivate var choosesPhase: Bool {
    switch self {
    case .term(let term): term.anyOf.contains(where: \.fact.choosesPhase)
    case .not(let inner): inner.choosesPhase
    case .all(let parts), .any(let parts): parts.contains(where: \.choosesPhase)
    }
  }
}

extension FilterFact {
  fileprivate var choosesPhase: Bool {
    switch self {
    case .among(.status, _), .id, .time(.resolved, _), .time(.closed, _), .present(.resolved),
      .present(.closed):
      true
    default: false
    }
  }
}
