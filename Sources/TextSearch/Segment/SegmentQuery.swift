/// What a query asks of every segment.
struct SegmentQuery {
  /// Something to look for in a segment, in all fields or in some.
  enum Wish: Hashable {
    case word(QueryUnit.Term, in: FieldSet)
    /// Words next to each other.
    case phrase([QueryUnit.Term], in: FieldSet)
    /// A compound written as one, or its parts next to each other.
    case compound(QueryUnit.Term, parts: [QueryUnit.Term], in: FieldSet)
    /// Any of several things, as if they were one.
    indirect case any([Wish])
  }

  /// What documents are ranked by, with the times it was asked for.
  private(set) var ranked: [(wish: Wish, times: Int)] = []
  /// What each hit must have.
  private(set) var required: [Wish] = []
  /// What no hit may have.
  private(set) var unwanted: [Wish] = []

  /// Looks only in fields whose names `isVisible` accepts.
  init(_ query: Query, fields: [TextField], where isVisible: (String) -> Bool) {
    func places(of unit: QueryUnit) -> FieldSet {
      FieldSet(fields) { ($0 == unit.field || unit.field == nil) && isVisible($0) }
    }
    for (unit, times) in query.wanted {
      let places = places(of: unit)
      ranked += Self.ranked(unit, places).map { ($0, times) }
      if query.matching == .all { required.append(Self.required(unit, places)) }
    }
    unwanted = query.unwanted.map { Self.required($0, places(of: $0)) }
  }

  /// What is ranked for a unit: a phrase as one word, otherwise the whole and the parts, each.
  private static func ranked(_ unit: QueryUnit, _ places: FieldSet) -> [Wish] {
    if unit.isPhrase || unit.whole == nil && unit.parts.count == 1 {
      return [required(unit, places)]
    }
    let own = ((unit.whole.map { [$0] } ?? []) + unit.parts).map { Wish.word($0, in: places) }
    let others = alternatives(unit, places)
    return others.isEmpty ? own : own + [.any(others)]
  }

  private static func alternatives(_ unit: QueryUnit, _ places: FieldSet) -> [Wish] {
    unit.alternatives.map { .phrase($0, in: places) }
  }

  /// Where a unit is met: in its own words, or in others that mean the same.
  private static func required(_ unit: QueryUnit, _ places: FieldSet) -> Wish {
    let (own, others) = (self.own(unit, places), alternatives(unit, places))
    return others.isEmpty ? own : .any([own] + others)
  }

  /// Its parts next to each other, or the whole.
  private static func own(_ unit: QueryUnit, _ places: FieldSet) -> Wish {
    if let whole = unit.whole { return .compound(whole, parts: unit.parts, in: places) }
    if unit.parts.count == 1, let word = unit.parts.first { return .word(word, in: places) }
    return .phrase(unit.parts, in: places)
  }
}
