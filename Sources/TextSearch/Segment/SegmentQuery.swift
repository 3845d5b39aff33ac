/// What a query asks of every segment.
struct SegmentQuery {
  /// Something to look for in a segment.
  enum Wish: Hashable {
    /// A word, in a field or anywhere.
    case word(QueryUnit.Term, field: Int?)
    /// Words next to each other, in a field or anywhere.
    case phrase([QueryUnit.Term], field: Int?)
    /// A compound written as one, or its parts next to each other.
    case compound(QueryUnit.Term, parts: [QueryUnit.Term], field: Int?)
  }

  /// What documents are ranked by, with the times it was asked for.
  private(set) var ranked: [(wish: Wish, times: Int)] = []
  /// What each hit must have.
  private(set) var required: [Wish] = []
  /// What no hit may have.
  private(set) var unwanted: [Wish] = []

  init(_ query: Query, fields: [SearchIndex.Field]) {
    for (unit, times) in query.wanted {
      let field = Self.number(of: unit.field, fields)
      ranked += Self.ranked(unit, field).map { ($0, times) }
      if query.matching == .all { required.append(Self.required(unit, field)) }
    }
    unwanted = query.unwanted.map { Self.required($0, Self.number(of: $0.field, fields)) }
  }

  /// What is ranked for a unit: a phrase as one word, otherwise the whole and the parts, each.
  private static func ranked(_ unit: QueryUnit, _ field: Int?) -> [Wish] {
    if unit.isPhrase { return [required(unit, field)] }
    return ((unit.whole.map { [$0] } ?? []) + unit.parts).map { .word($0, field: field) }
  }

  /// Where a unit is met: its parts next to each other, or the whole.
  private static func required(_ unit: QueryUnit, _ field: Int?) -> Wish {
    if let whole = unit.whole { return .compound(whole, parts: unit.parts, field: field) }
    if unit.parts.count == 1, let word = unit.parts.first { return .word(word, field: field) }
    return .phrase(unit.parts, field: field)
  }

  /// The number of a field, none for all of them; one that there is not has a number that nothing
  /// is in.
  private static func number(of name: String?, _ fields: [SearchIndex.Field]) -> Int? {
    name.map { name in fields.firstIndex { $0.name == name } ?? fields.count }
  }
}
