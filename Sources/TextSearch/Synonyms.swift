/// Words and phrases that mean the same to whoever searches, in groups.
///
/// They are known to queries and not to what is indexed: a changed group counts at once.
package struct Synonyms: Hashable, Sendable {
  package static let none = Synonyms([])

  /// Two texts at least in each group.
  private let groups: [[String]]

  package init(_ groups: [[String]]) { self.groups = groups }

  /// Adds to units of words that stand next to each other in a query, and mean what a group does, the
  /// other ways of the group to say it.
  func expand(_ units: inout [QueryUnit], in languages: LanguageSet) {
    if groups.isEmpty { return }
    let plain = units
    for group in groups {
      let ways = group.map { Query.Clause(words: $0).units(in: languages) }.filter { !$0.isEmpty }
      for (number, way) in ways.enumerated() {
        let others = ways.enumerated().filter { $0.offset != number }.map { $0.element }
        for start in plain.indices where Self.matches(way, plain[start...]) {
          Self.add(others, to: &units[start..<start + way.count])
        }
      }
    }
  }

  private static func matches(_ way: [QueryUnit], _ units: ArraySlice<QueryUnit>) -> Bool {
    guard units.count >= way.count, let field = units.first.map(\.field) else { return false }
    return zip(units, way).allSatisfy { unit, wanted in
      unit.isPlain && unit.field == field && unit.parts.count == wanted.parts.count
        && zip(unit.parts, wanted.parts).allSatisfy { $0.means($1) }
    }
  }

  private static func add(_ ways: [[QueryUnit]], to units: inout ArraySlice<QueryUnit>) {
    let isAllStopWords = units.allSatisfy(\.isStopWord)
    for place in units.indices where isAllStopWords || !units[place].isStopWord {
      units[place].isStopWord = false
      for way in ways {
        let alternatives =
          [way.flatMap(\.parts)] + (way.count == 1 ? way.compactMap(\.whole).map { [$0] } : [])
        for words in alternatives where !units[place].alternatives.contains(words) {
          units[place].alternatives.append(words)
        }
      }
    }
  }
}
