/// Whether any ticket could match at all: what a settings file should not ask for in vain.
extension FilterExpression {
  /// No only where the conditions contradict each other, whatever the ticket: two statuses at once,
  /// an empty range, a value that is also excluded. It may say yes where nothing matches, never no
  /// where something does.
  package var isPossible: Bool {
    guard terms.count <= FilterSearch.longest else { return true }
    var search = FilterSearch()
    return search.finds([Demand(self, isNegated: false)], FilterClause())
  }
}

/// Something that has to hold, or to fail.
private struct Demand {
  var expression: FilterExpression
  var isNegated: Bool

  init(_ expression: FilterExpression, isNegated: Bool) {
    (self.expression, self.isNegated) = (expression, isNegated)
  }
}

/// Tries one way after the other in which a filter can hold, and leaves each at its first
/// contradiction.
private struct FilterSearch {
  /// A filter of more terms is not looked at.
  static let longest = 300

  /// Ways to try before any filter counts as possible.
  private var patience = 5_000

  /// Whether all the demands can hold together with what is known already.
  mutating func finds(_ demands: [Demand], _ known: FilterClause) -> Bool {
    var demands = demands
    guard let demand = demands.popLast() else { return true }
    switch (demand.expression, demand.isNegated) {
    case (.not(let inner), let isNegated):
      return finds(demands + [Demand(inner, isNegated: !isNegated)], known)
    case (.all(let parts), false), (.any(let parts), true):
      let parts = parts.map { Demand($0, isNegated: demand.isNegated) }
      // What leaves no choice comes first: the end of the list.
      return finds(parts.filter(\.isChoice) + demands + parts.filter { !$0.isChoice }, known)
    case (.all(let parts), true), (.any(let parts), false):
      return tries(parts) { search, part in
        search.finds(demands + [Demand(part, isNegated: demand.isNegated)], known)
      }
    case (.term(let term), true):
      let all = term.anyOf.map(\.opposite)
      return known.adding(all).map { finds(demands, $0) } ?? false
    case (.term(let term), false):
      return tries(term.anyOf) { search, test in
        known.adding([test]).map { search.finds(demands, $0) } ?? false
      }
    }
  }

  private mutating func tries<Way>(
    _ ways: [Way], _ holds: (inout FilterSearch, Way) -> Bool
  ) -> Bool {
    for way in ways {
      guard patience > 0 else { return true }
      patience -= 1
      if holds(&self, way) { return true }
    }
    return false
  }
}

extension Demand {
  /// Whether there is more than one way in which it can hold.
  fileprivate var isChoice: Bool {
    switch (expression, isNegated) {
    case (.term(let term), false): term.anyOf.count > 1
    case (.any, false), (.all, true): true
    case (.term, true), (.all, false), (.any, true): false
    case (.not(let inner), let isNegated): Demand(inner, isNegated: !isNegated).isChoice
    }
  }
}
