extension Query {
  /// The words asked for that stand in some texts, as they are written there, in the order in which
  /// they were asked for. The query is one that was `asked`.
  package func words(in texts: [String]) -> [String] {
    var matches = QueryMatches(self, field: nil)
    var found: [Int: String] = [:]
    for text in texts {
      let line = SnippetLine(text)
      for match in matches.matches(in: line.words) where found[match.unit] == nil {
        found[match.unit] = String(decoding: line.bytes[match.range], as: UTF8.self).lowercased()
      }
    }
    var seen: Set<String> = []
    return found.sorted { $0.key < $1.key }.map(\.value).filter { seen.insert($0).inserted }
  }
}

/// Finds in a text what a query asks for.
struct QueryMatches {
  struct Match {
    /// The half-open range of UTF-8 offsets.
    let range: Range<Int>
    /// The number of what was asked for, among the query's units.
    let unit: Int
  }

  private var stems: [String: Int] = [:]
  private var prefixes: [(letters: String, unit: Int)] = []
  private var phrases: [(parts: [QueryUnit.Term], unit: Int)] = []
  /// Which bytes a stem that is looked for begins with. A stem begins as its words do.
  private var beginnings = Array(repeating: false, count: 256)
  private let languages: LanguageSet
  /// The stems of words that were looked at: the words of texts are mostly the same few.
  private var known: [String: [String]] = [:]

  /// Prepares to look for the words of a query, or for those wanted in one field.
  init(_ query: Query, field: String?) {
    languages = query.languages
    for (number, (unit, _)) in query.wanted.enumerated() {
      if let field, let name = unit.field, name != field { continue }
      if unit.isPhrase {
        phrases.append((unit.parts, number))
        for part in unit.parts { note(part) }
      } else {
        for term in unit.parts + (unit.whole.map { [$0] } ?? []) { add(term, number) }
        for words in unit.alternatives where words.count > 1 {
          phrases.append((words, number))
          for word in words { note(word) }
        }
        for words in unit.alternatives where words.count == 1 { add(words[0], number) }
      }
    }
  }

  private mutating func note(_ term: QueryUnit.Term) {
    guard case .stems(let stems) = term else { return }
    for stem in stems {
      if let first = stem.utf8.first { beginnings[Int(first)] = true }
    }
  }

  private mutating func add(_ term: QueryUnit.Term, _ unit: Int) {
    note(term)
    switch term {
    case .stems(let wanted):
      for stem in wanted { stems[stem] = stems[stem] ?? unit }
    case .prefix(let letters): prefixes.append((letters, unit))
    }
  }

  /// All matches among the words of a text, by where they begin.
  mutating func matches(in words: [Word]) -> [Match] {
    if stems.isEmpty, prefixes.isEmpty, phrases.isEmpty { return [] }
    let stemmed = words.map { stems(of: $0.text) }
    var matches: [Match] = []
    for (word, own) in zip(words, stemmed) {
      let unit = own.firstIndex { stems[$0] != nil }.flatMap { stems[own[$0]] }
      let prefix = prefixes.first { word.text.utf8.starts(with: $0.letters.utf8) }
      if let unit = unit ?? prefix?.unit { matches.append(Match(range: word.range, unit: unit)) }
    }
    if phrases.isEmpty { return matches }
    return (matches + phraseMatches(in: zip(words, stemmed).filter { !$0.0.isWhole }))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The stems of a word, or none where none of them is looked for.
  private mutating func stems(of word: String) -> [String] {
    // Most words need no stem: to find it takes longer than all the rest. French and Italian ones
    // may begin with an article.
    guard word.utf8.first.map({ beginnings[Int($0)] }) == true || word.utf8.contains(0x27) else {
      return []
    }
    if let stems = known[word] { return stems }
    let stems = languages.stems(of: word)
    known[word] = stems
    return stems
  }

  private func phraseMatches(in parts: [(word: Word, stems: [String])]) -> [Match] {
    var matches: [Match] = []
    for start in parts.indices {
      for (phrase, unit) in phrases where start + phrase.count <= parts.count {
        let run = parts[start..<start + phrase.count]
        if zip(run, phrase).allSatisfy({ $1.matches($0.word.text, stems: $0.stems) }),
          let first = run.first, let last = run.last
        {
          let range = first.word.range.lowerBound..<last.word.range.upperBound
          matches.append(Match(range: range, unit: unit))
        }
      }
    }
    return matches
  }
}
