/// Finds the words by which a group of documents is known: those that more of them have than of the
/// rest, and two that stand side by side in many of some texts.
package struct TextGroupNames {
  package struct Name {
    package let label: String
    /// The most telling first, as they are mostly written.
    package let words: [String]
  }

  /// Words that a group is known by at most.
  private static let most = 5
  /// Words among which a pair has to be.
  private static let mostOfPair = 12
  /// A pair stands in one of so many texts at least.
  private static let rarestPair = 5

  private let groups: TextGroups
  /// How many of all documents have each word among theirs.
  private let frequencies: [Int: Int]
  private let documents: Int

  /// `documents` is how many were grouped, from the first.
  package init(of groups: TextGroups, among documents: Int) {
    (self.groups, self.documents) = (groups, documents)
    frequencies = groups.vectors.frequencies(in: 0..<documents)
  }

  /// The words of a group, spelled as in some texts of it. A word that stands in none of them is
  /// left out.
  package func name(ofGroup number: Int, texts: [String]) -> Name {
    let terms = telling(groups.groups[number])
    var spellings = Spellings(terms: Array(terms.prefix(Self.mostOfPair)), groups.vectors)
    for text in texts { spellings.add(text) }
    let words = terms.compactMap { spellings.word($0) }.prefix(Self.most)
    let pair = spellings.pair(in: max(2, texts.count / Self.rarestPair))
    return Name(label: pair ?? words.prefix(3).joined(separator: ", "), words: Array(words))
  }

  /// The words of a group by how much more often they stand in it than in the rest: how many
  /// documents have them, times the logarithm of the ratio of both frequencies.
  private func telling(_ members: [TextGroups.Member]) -> [Int] {
    var own: [Int: Int] = [:]
    for member in members {
      for entry in groups.vectors.vectors[member.document] { own[entry.term, default: 0] += 1 }
    }
    let rest = Double(max(documents - members.count, 1))
    let rated = own.compactMap { term, count -> (value: Double, term: Int)? in
      let inside = Double(count) / Double(members.count)
      let outside = (Double((frequencies[term] ?? count) - count) + 0.5) / (rest + 1)
      guard inside > outside else { return nil }
      return (Double(count) * naturalLogarithm(inside / outside), term)
    }
    return rated.sorted { ($0.value, $1.term) > ($1.value, $0.term) }.map(\.term)
  }
}

/// How some words are written in texts, and which stand side by side.
private struct Spellings {
  private let terms: Set<Int>
  private let vectors: TextVectors
  private var words: [Int: [String: Int]] = [:]
  private var pairs: [[Int]: [String: Int]] = [:]

  init(terms: [Int], _ vectors: TextVectors) { (self.terms, self.vectors) = (Set(terms), vectors) }

  mutating func add(_ text: String) {
    var last: (term: Int, word: Word)?
    var seen: Set<[Int]> = []
    for word in WordSplitter.words(in: text) where !word.isWhole {
      guard let term = vectors.terms(of: word).first(where: terms.contains) else {
        last = nil
        continue
      }
      let written = String(decoding: Array(text.utf8)[word.range], as: UTF8.self).lowercased()
      words[term, default: [:]][written, default: 0] += 1
      if let before = last, before.term != term, seen.insert([before.term, term]).inserted {
        let range = before.word.range.lowerBound..<word.range.upperBound
        let pair = String(decoding: Array(text.utf8)[range], as: UTF8.self).lowercased()
        pairs[[before.term, term], default: [:]][pair, default: 0] += 1
      }
      last = (term, word)
    }
  }

  func word(_ term: Int) -> String? { words[term].flatMap(Self.commonest) }

  /// The pair that stands in most texts, in so many at least.
  func pair(in fewest: Int) -> String? {
    pairs.map { (count: $0.value.values.reduce(0, +), spellings: $0.value) }
      .filter { $0.count >= fewest }
      .compactMap { pair in Self.commonest(pair.spellings).map { (pair.count, $0) } }
      .min { ($1.0, $0.1) < ($0.0, $1.1) }?.1
  }

  private static func commonest(_ spellings: [String: Int]) -> String? {
    spellings.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
