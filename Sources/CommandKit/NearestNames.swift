/// The names that somebody who wrote `word` may have meant, likeliest first, in a stable order.
///
/// A name is near when it starts with the word, or when few edits (one for every three letters,
/// but one at least and three at most) lead to it. Case is ignored.
package func nearestNames(to word: String, among names: [String], limit: Int = 3) -> [String] {
  let wanted = Array(word.lowercased().unicodeScalars)
  guard !wanted.isEmpty else { return [] }
  var ranked: [(name: String, rank: Int, place: Int)] = []
  for (place, name) in names.enumerated() where !ranked.contains(where: { $0.name == name }) {
    if let rank = rank(of: Array(name.lowercased().unicodeScalars), for: wanted) {
      ranked.append((name, rank, place))
    }
  }
  ranked.sort { ($0.rank, $0.place) < ($1.rank, $1.place) }
  return ranked.prefix(limit).map(\.name)
}

/// The fewest insertions, deletions, substitutions and swaps of neighbours that turn one text into
/// the other: the optimal string alignment distance, after Damerau (1964).
package func editDistance(_ from: String, _ to: String) -> Int {
  editDistance(Array(from.unicodeScalars), Array(to.unicodeScalars))
}

private func rank(of name: [Unicode.Scalar], for wanted: [Unicode.Scalar]) -> Int? {
  if wanted.count > 1 || name.count == 1, name.starts(with: wanted) { return 0 }
  let allowed = min(3, max(1, wanted.count / 3))
  guard abs(name.count - wanted.count) <= allowed else { return nil }
  let distance = editDistance(name, wanted)
  return distance <= allowed && distance < max(name.count, wanted.count) ? distance : nil
}

private func editDistance(_ from: [Unicode.Scalar], _ to: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...to.count)
  for row in from.indices {
    var current = [row + 1]
    for column in to.indices {
      let isSame = from[row] == to[column]
      var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[to.count]
}
