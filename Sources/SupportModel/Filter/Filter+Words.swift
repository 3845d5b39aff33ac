/// The words of a filter, as a search of full text takes them.
package struct SearchWords: Hashable, Sendable {
  /// With phrases in double quotes and `-` before what is not wanted.
  package var text: String
  /// Whether one of the words is enough.
  package var matchesAny: Bool
}

extension Filter {
  /// The words that everything which is found has to have, and the filter without them. Words within
  /// parentheses together with other conditions stay in the filter.
  ///
  /// `refund or voucher` and nothing else asks for any of the words.
  package var parted: (words: SearchWords, rest: Filter) {
    if case .any(let parts) = expression, parts.allSatisfy({ $0.searchText != nil }) {
      let text = parts.compactMap(\.searchText).joined(separator: " ")
      return (SearchWords(text: text, matchesAny: true), Filter(sorts: sorts))
    }
    let parts = if case .all(let parts) = expression { parts } else { [expression] }
    let words = parts.compactMap { $0.searchText ?? $0.unwantedText }
    let rest = parts.filter { $0.searchText == nil && $0.unwantedText == nil }
    return (
      SearchWords(text: words.joined(separator: " "), matchesAny: false),
      Filter(.all(of: rest), sorts: sorts)
    )
  }
}

extension FilterExpression {
  /// The text of a word or phrase; nil for any other condition.
  fileprivate var searchText: String? {
    guard case .term(let term) = self, term.anyOf.count == 1, let test = term.anyOf.first,
      !test.isNegated, case .mentions(let needle, _) = test.fact
    else { return nil }
    let bare = needle.text.filter { $0 != "\"" }
    return bare.contains(" ") ? "\"\(bare)\"" : bare
  }

  private var negatedText: String? {
    if case .not(let inner) = self { inner.searchText } else { nil }
  }

  fileprivate var unwantedText: String? { negatedText.map { "-" + $0 } }
}
