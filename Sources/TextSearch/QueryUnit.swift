/// What a clause asks of one place in a document: a word, the parts of a compound, or a phrase.
struct QueryUnit: Hashable {
  /// A word to look up.
  enum Term: Hashable {
    /// The words with any of these stems: one for each language in which they differ.
    case stems([String])
    /// The words that begin with these letters.
    case prefix(String)

    /// Whether both are looked for by a stem that they share.
    func means(_ other: Term) -> Bool {
      guard case .stems(let own) = self, case .stems(let others) = other else { return false }
      return own.contains { others.contains($0) }
    }

    /// Whether a word is one of those to look up; `stems` are its own.
    func matches(_ word: String, stems: [String]) -> Bool {
      switch self {
      case .stems(let wanted): wanted.contains { stems.contains($0) }
      case .prefix(let letters): word.utf8.starts(with: letters.utf8)
      }
    }
  }

  /// The words that stand next to each other, in this order.
  var parts: [Term]
  /// What the parts are called together, when they are written as one.
  var whole: Term?
  /// Words that mean the same, each way next to each other in this order (see `Synonyms`).
  var alternatives: [[Term]] = []
  /// The field to look in; none for all of them.
  var field: String?
  /// Whether the parts count only together.
  var isPhrase = false
  /// Whether all words are looked for whole, and each for itself.
  var isPlain: Bool {
    !isPhrase && parts.allSatisfy { if case .stems = $0 { true } else { false } }
  }
  /// Whether this is a word that says nothing (see `StopWords`).
  var isStopWord = false
}

extension Query {
  /// More different words than anybody types; those past it are not looked for.
  static let mostUnits = 1024
  /// The words of a phrase that are looked for; its rest is taken for granted.
  static let longestPhrase = 64

  /// What makes a document a hit, each with the times it was asked for, in the order asked. Stop
  /// words are left out when there are others.
  var wanted: [(unit: QueryUnit, times: Int)] {
    knownWanted?.map { ($0.unit, $0.times) } ?? foundWanted
  }

  /// What was wanted when the query was asked, found once for all hits.
  struct Wanted: Hashable {
    let unit: QueryUnit
    let times: Int
  }

  var foundWanted: [(unit: QueryUnit, times: Int)] {
    var all = clauses.filter { !$0.isExcluded }.flatMap { $0.units(in: languages) }
    synonyms.expand(&all, in: languages)
    let units = Self.counted(all)
    let telling = units.filter { !$0.unit.isStopWord }
    return telling.isEmpty ? units : telling
  }

  /// What keeps a document from being a hit.
  var unwanted: [QueryUnit] {
    Self.counted(clauses.filter(\.isExcluded).flatMap { $0.units(in: languages) }).map(\.unit)
  }

  /// Each once, with the times it was there.
  private static func counted(_ all: [QueryUnit]) -> [(unit: QueryUnit, times: Int)] {
    var units: [(unit: QueryUnit, times: Int)] = []
    var places: [QueryUnit: Int] = [:]
    for unit in all {
      if let place = places[unit] {
        units[place].times += 1
      } else if units.count < Self.mostUnits {
        places[unit] = units.count
        units.append((unit, 1))
      }
    }
    return units
  }
}

extension Query.Clause {
  /// What the clause asks for, in texts of some languages.
  func units(in languages: LanguageSet) -> [QueryUnit] {
    func term(_ word: Word) -> QueryUnit.Term { Self.term(word, languages) }
    let words = WordSplitter.words(in: text)
    if kind == .phrase {
      let parts = words.filter { !$0.isWhole }.prefix(Query.longestPhrase).map(term)
      return parts.isEmpty ? [] : [QueryUnit(parts: parts, field: field, isPhrase: true)]
    }
    var units: [QueryUnit] = []
    var next = 0
    while next < words.count {
      let word = words[next]
      let parts = word.isWhole ? words[next + 1...next + word.span] : words[next...next]
      next += parts.count + (word.isWhole ? 1 : 0)
      var unit = QueryUnit(parts: parts.map(term), field: field)
      if word.isWhole { unit.whole = term(word) }
      if kind == .prefix, next == words.count, let last = parts.last {
        unit.parts[unit.parts.count - 1] = .prefix(last.text)
        if word.isWhole { unit.whole = .prefix(word.text) }
      }
      unit.isStopWord = !word.isWhole && StopWords.contains(word.text) && kind == .words
      units.append(unit)
    }
    return units
  }

  /// A letter of an unspaced script by itself begins the pairs under which it is indexed.
  private static func term(_ word: Word, _ languages: LanguageSet) -> QueryUnit.Term {
    let scalars = word.text.unicodeScalars
    if let first = scalars.first, scalars.count == 1, ScalarClass(first) == .unspaced {
      return .prefix(word.text)
    }
    return .stems(languages.stems(of: word.text))
  }
}
