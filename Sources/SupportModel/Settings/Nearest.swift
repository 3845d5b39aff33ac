/// The names that a mistyped word may have meant, nearest first: at most a third of its letters
/// differ (optimal string alignment distance), or the word begins the name.
func nearestNames(to word: String, among names: [String], limit: Int = 3) -> [String] {
  let typed = Array(word.lowercased().unicodeScalars.prefix(64))
  let farthest = max(1, (typed.count + 1) / 3)
  let ranked = names.compactMap { name -> (distance: Int, name: String)? in
    let candidate = Array(name.lowercased().unicodeScalars.prefix(64))
    let begins = typed.count > 1 && candidate.starts(with: typed)
    let distance = begins ? 1 : alignmentDistance(typed, candidate)
    return distance <= farthest ? (distance, name) : nil
  }
  return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
}

/// The one nearest name, if there is any near one.
func nearest(to word: String, among names: [String]) -> String? {
  nearestNames(to: word, among: names, limit: 1).first
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
private func alignmentDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1..<max(1, left.count + 1) where left.count > 0 {
    var current = [row]
    for column in 1..<max(1, right.count + 1) where right.count > 0 {
      let replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
      var best = min(last[column] + 1, current[column - 1] + 1, replaced)
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
      {
        best = min(best, beforeLast[column - 2] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
