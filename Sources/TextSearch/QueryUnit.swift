/// What a clause asks of one place in a document: a word, the parts of a compound, or a phrase.
struct QueryUnit: Hashable {
  /// A word to look up.
  enum Term: Hashable {
    /// The words with this stem.
    case stem(String)
    /// The words that begin with these letters.
    case prefix(String)

    /// Whether a word is one of those to look up.
    func matches(_ word: String, stem: String) -> Bool {
      switch self {
      case .stem(let wanted): wanted == stem
      case .prefix(let letters): word.utf8.starts(with: letters.utf8)
      }
    }
  }

  /// The words that stand next to each other, in this order.
  var parts: [Term]
  /// What the parts are called together, when they are written as one.
  var whole: Term?
  /// The field to look in; none for all of them.
  var field: String?
  /// Whether the parts count only together.
  var isPhrase = false
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
    let units = units(where: { !$0.isExcluded })
    let telling = units.filter { !$0.unit.isStopWord }
    return telling.isEmpty ? units : telling
  }

  /// What keeps a document from being a hit.
  var unwanted: [QueryUnit] {
    units(where: \.isExcluded).map(\.unit)
  }

  private func units(where isTaken: (Clause) -> Bool) -> [(unit: QueryUnit, times: Int)] {
    var units: [(unit: QueryUnit, times: Int)] = []
    var places: [QueryUnit: Int] = [:]
    for clause in clauses where isTaken(clause) {
      for unit in clause.units {
        if let place = places[unit] {
          units[place].times += 1
        } else if units.count < Self.mostUnits {
          places[unit] = units.count
          units.append((unit, 1))
        }
      }
    }
    return units
  }
}

extension Query.Clause {
  var units: [QueryUnit] {
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
  private func term(_ word: Word) -> QueryUnit.Term {
    let scalars = word.text.unicodeScalars
    if let first = scalars.first, scalars.count == 1, ScalarClass(first) == .unspaced {
      return .prefix(word.text)
    }
    return .stem(Word.stem(of: word.text))
  }
}
