@testable import TextSearch

/// What a search has to find, found the long way round: every word of every document is looked at.
struct PlainIndex {
  /// A word of a document, and where it stands.
  private struct Written {
    let text: String
    let stems: [String]
    let place: Occurrence
  }

  private let fields: [TextField]
  private var documents: [[Written]] = []
  private var lengths: [[Int]] = []

  init(fields: [TextField], documents texts: [[String]]) {
    self.fields = fields
    for texts in texts {
      let words = texts.map { WordSplitter.words(in: $0) }
      documents.append(
        words.enumerated().flatMap { field, words in
          words.map { word in
            Written(
              text: word.text, stems: [Language.english.stem(of: word.text)],
              place: Occurrence(field: field, position: word.position))
          }
        })
      lengths.append(
        fields.indices.map { $0 < words.count ? words[$0].filter { !$0.isWhole }.count : 0 })
    }
  }

  /// The numbers of all hits with their scores, without what nearness adds to these.
  func search(_ query: Query) -> [Int: Double] {
    let lengths = fields.indices.map { field in self.lengths.reduce(0) { $0 + $1[field] } }
    let bm25 = BM25(fields, saturation: 1.5, documents: documents.count, lengths: lengths)
    var scores: [Int: Double] = [:]
    for (unit, times) in query.wanted {
      for wish in unit.isPhrase
        ? [unit.parts] : (unit.parts + [unit.whole]).compactMap({ $0 }).map({ [$0] })
      {
        let found = find(wish, unit.field)
        let weight = Double(times) * bm25.rarity(found.count)
        for (document, places) in found {
          let relevance = bm25.relevance(places) { self.lengths[document][$0] }
          scores[document, default: 0] += weight * relevance
        }
      }
    }
    if query.matching == .all {
      for (unit, _) in query.wanted { scores = scores.filter { meets($0.key, unit) } }
    }
    for unit in query.unwanted { scores = scores.filter { !meets($0.key, unit) } }
    return scores
  }

  private func meets(_ document: Int, _ unit: QueryUnit) -> Bool {
    if let whole = unit.whole, !places(of: [whole], unit.field, in: document).isEmpty {
      return true
    }
    return !places(of: unit.parts, unit.field, in: document).isEmpty
  }

  private func find(_ phrase: [QueryUnit.Term], _ field: String?) -> [Int: [Occurrence]] {
    var found: [Int: [Occurrence]] = [:]
    for document in documents.indices {
      let places = places(of: phrase, field, in: document)
      if !places.isEmpty { found[document] = places }
    }
    return found
  }

  /// Where the last of some words stands, right after the others in their order.
  private func places(
    of phrase: [QueryUnit.Term], _ field: String?, in document: Int
  ) -> [Occurrence] {
    func places(_ term: QueryUnit.Term) -> [Occurrence] {
      documents[document].filter { term.matches($0.text, stems: $0.stems) }.map(\.place)
    }
    var result = phrase.first.map(places) ?? []
    for term in phrase.dropFirst() {
      let before = Set(result.map { $0.bits + 1 })
      result = places(term).filter { before.contains($0.bits) }
    }
    return result.filter { field == nil || fields[$0.field].name == field }
  }

  func suggestion(for query: Query) -> String? { SpellingHelp(self).correction(of: query) }
}

extension PlainIndex: WrittenWords {
  func isKnown(stems: [String]) -> Bool {
    documents.joined().contains { !Set($0.stems).isDisjoint(with: stems) }
  }

  func frequencies(ofWordsNear word: NearWord) -> [String: Int] {
    var word = word
    var frequencies: [String: Int] = [:]
    for written in documents.joined() where word.changes(to: written.text) != nil {
      frequencies[written.text, default: 0] += 1
    }
    return frequencies
  }
}
