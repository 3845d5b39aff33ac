/// Conditions joined by and, or and not.
///
/// Made by `all(of:)`, `any(of:)` and `negated` it is in normal form: no list of one, no list in a
/// list of its kind, no double negation.
package indirect enum FilterExpression: Hashable, Sendable {
  case term(FilterTerm)
  case not(FilterExpression)
  /// Every one of them holds; of none, always.
  case all([FilterExpression])
  case any([FilterExpression])

  package static let everything = FilterExpression.all([])

  package static func all(of parts: [FilterExpression]) -> FilterExpression {
    var flat: [FilterExpression] = []
    for part in parts {
      if case .all(let inner) = part { flat += inner } else { flat.append(part) }
    }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  package static func any(of parts: [FilterExpression]) -> FilterExpression {
    var flat: [FilterExpression] = []
    for part in parts {
      if case .any(let inner) = part { flat += inner } else { flat.append(part) }
    }
    return flat.count == 1 ? flat[0] : .any(flat)
  }

  package var negated: FilterExpression {
    if case .not(let inner) = self { inner } else { .not(self) }
  }
}

extension FilterExpression: CustomStringConvertible {
  package var description: String {
    switch self {
    case .term(let term): term.text
    case .not(let inner): "-" + inner.grouped
    case .all(let parts):
      parts.map { part in
        if case .any = part { part.grouped } else { part.description }
      }.joined(separator: " ")
    case .any(let parts): parts.map(\.description).joined(separator: " or ")
    }
  }

  private var grouped: String {
    switch self {
    case .all, .any: "(\(self))"
    case .term, .not: description
    }
  }
}
