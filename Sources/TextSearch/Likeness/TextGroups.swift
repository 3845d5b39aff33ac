/// Groups of documents that are about the same.
///
/// Every document follows the first leader that it is like enough, and is one where there is none
/// (leader clustering; Hartigan, "Clustering Algorithms", 1975). Those whose words are in many
/// others come first, so that leaders stand in the middle of something. Then, twice, each group
/// becomes the mean of its documents, and each document goes to the mean that it is likest: a step of
/// k-means on a sphere (Dhillon and Modha, 2001). Nothing is left to chance.
package struct TextGroups: Sendable {
  /// How like a document has to be to its leader, and then to the mean of its group: the cosine.
  private static let likeLeader: Float = 0.25
  private static let likeMean: Float = 0.25
  /// Groups whose means are so alike are one.
  private static let same: Float = 0.5
  /// Fewer documents are no group.
  private static let fewest = 3
  private static let mostLeaders = 4096
  /// Words that a mean keeps.
  private static let width = 24

  /// A document of a group, with how like it is to the group's mean.
  package struct Member: Sendable {
    package let document: Int
    let likeness: Float
  }

  /// The groups, with most documents first; the documents of each, those in the middle first.
  package private(set) var groups: [[Member]] = []
  /// The mean of each group.
  private(set) var means: [[TextVectors.Entry]] = []
  let vectors: TextVectors

  /// Groups some of the documents.
  package init(of vectors: TextVectors, among documents: Range<Int>) {
    self.vectors = vectors
    var parts = led(documents)
    for _ in 0..<2 {
      means = merged(parts.filter { $0.count >= Self.fewest }.sorted { $0.count > $1.count })
      parts = assigned(documents).map { $0.map(\.document) }
    }
    let all = zip(means, assigned(documents)).filter { $1.count >= Self.fewest }
      .sorted { $0.1.count > $1.1.count }
    (means, groups) = (all.map(\.0), all.map { Self.ordered($0.1) })
  }

  private static func ordered(_ members: [Member]) -> [Member] {
    members.sorted { ($0.likeness, $0.document) > ($1.likeness, $1.document) }
  }

  /// To which groups other documents belong: how many to each.
  package func counts(of documents: Range<Int>) -> [Int] { assigned(documents).map(\.count) }

  private func led(_ documents: Range<Int>) -> [[Int]] {
    var parts: [[Int]] = []
    var leaders = LikenessTable()
    for document in byDensity(documents) {
      let vector = vectors.vectors[document]
      if let (leader, likeness) = leaders.likest(vector), likeness >= Self.likeLeader {
        parts[leader].append(document)
      } else if parts.count < Self.mostLeaders {
        leaders.add(vector)
        parts.append([document])
      }
    }
    return parts
  }

  /// Those that share most with others first, of equals the later ones.
  private func byDensity(_ documents: Range<Int>) -> [Int] {
    let logarithms = vectors.frequencies(in: documents).mapValues {
      Float(naturalLogarithm(Double($0)))
    }
    let dense = documents.compactMap { document -> (density: Float, document: Int)? in
      let density = vectors.vectors[document].reduce(0) {
        $0 + $1.weight * (logarithms[$1.term] ?? 0)
      }
      return density > 0 ? (density, document) : nil
    }
    return dense.sorted { $0 > $1 }.map(\.document)
  }

  /// The means of groups; of those that are alike, one of both.
  private func merged(_ parts: [[Int]]) -> [[TextVectors.Entry]] {
    var (kept, table): ([[Int]], LikenessTable) = ([], LikenessTable())
    for part in parts {
      let mean = mean(of: part)
      if let (other, likeness) = table.likest(mean), likeness >= Self.same {
        kept[other] += part
      } else {
        table.add(mean)
        kept.append(part)
      }
    }
    return kept.map(mean)
  }

  private func mean(of documents: [Int]) -> [TextVectors.Entry] {
    var sums: [Int: Float] = [:]
    for document in documents {
      for entry in vectors.vectors[document] { sums[entry.term, default: 0] += entry.weight }
    }
    let entries = sums.map { TextVectors.Entry(term: $0.key, weight: $0.value) }
      .sorted { ($0.weight, $1.term) > ($1.weight, $0.term) }.prefix(Self.width)
    let length = entries.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    return entries.map { TextVectors.Entry(term: $0.term, weight: $0.weight / length) }
  }

  private func assigned(_ documents: Range<Int>) -> [[Member]] {
    var table = LikenessTable()
    for mean in means { table.add(mean) }
    var groups: [[Member]] = means.map { _ in [] }
    for document in documents {
      if let (group, likeness) = table.likest(vectors.vectors[document]),
        likeness >= Self.likeMean
      {
        groups[group].append(Member(document: document, likeness: likeness))
      }
    }
    return groups
  }
}

/// Finds, of some vectors, the one that another is likest.
private struct LikenessTable {
  /// By word: the vectors that have it, with its weight in each.
  private var lists: [Int: [(vector: Int, weight: Float)]] = [:]
  private var scores: [Float] = []

  mutating func add(_ vector: [TextVectors.Entry]) {
    for entry in vector { lists[entry.term, default: []].append((scores.count, entry.weight)) }
    scores.append(0)
  }

  /// The likest, of equals the first; nil where none shares a word with it.
  mutating func likest(_ vector: [TextVectors.Entry]) -> (vector: Int, likeness: Float)? {
    var touched: [Int] = []
    for entry in vector {
      guard let list = lists[entry.term] else { continue }
      for (other, weight) in list {
        if scores[other] == 0 { touched.append(other) }
        scores[other] += weight * entry.weight
      }
    }
    var best: (vector: Int, likeness: Float)?
    for other in touched {
      let likeness = scores[other]
      if let best, (best.likeness, other) > (likeness, best.vector) { continue }
      best = (other, likeness)
    }
    for other in touched { scores[other] = 0 }
    return best
  }
}
