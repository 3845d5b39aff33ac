/// What somebody asks for, as typed: `reset password "exact phrase" -word pass* title:word`.
///
/// Every text is a query: a quote left open runs to the end, and what means nothing is skipped.
package struct Query: Hashable, Sendable {
  /// Which documents are hits.
  package enum Matching: Hashable, Sendable {
    /// Those with any of the words, the ones with more and rarer words first.
    case any
    /// Those with every word.
    case all
  }

  /// One thing asked for, with its place in the query's text.
  package struct Clause: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case words
      case phrase
      case prefix
    }

    package let kind: Kind
    /// What is asked for, without quotes, field, minus or asterisk.
    package let text: String
    /// The half-open range of UTF-8 offsets of `text` in the query.
    package let range: Range<Int>
    /// The field to look in, as the index spells it; none for all of them.
    package let field: String?
    /// Whether documents with this are left out.
    package let isExcluded: Bool
  }

  /// The query as typed.
  package let text: String
  package let clauses: [Clause]
  package let matching: Matching
  /// The languages of the texts to look in.
  private(set) var languages = LanguageSet.english
  private(set) var synonyms = Synonyms.none
  private(set) var knownWanted: [Wanted]?

  /// Reads a query; `name:` means a field only where `fields` lists it, in any case of letters.
  package init(_ text: String, fields: [String] = [], matching: Matching = .any) {
    self.text = text
    self.matching = matching
    var parser = QueryParser(text, fields: fields)
    clauses = parser.parse()
  }

  /// Asks for any of the words of a text, in which nothing is an operator.
  package init(plain text: String) {
    self.text = text
    matching = .any
    clauses = [Clause(words: text)]
  }

  /// The same query of texts in some languages, English where there are none, by somebody to whom
  /// some words mean the same.
  func asked(in languages: LanguageSet, _ synonyms: Synonyms) -> Query {
    var query = self
    query.languages = languages.isEmpty ? .english : languages
    query.synonyms = synonyms
    query.knownWanted = query.foundWanted.map(Wanted.init)
    return query
  }
}

extension Query.Clause {
  /// Asks for the words of a text.
  init(words text: String) {
    self.init(
      kind: .words, text: text, range: 0..<text.utf8.count, field: nil, isExcluded: false)
  }
}
