/// Counts the letters to insert, drop, change or swap with their neighbour between two words: the
/// optimal string alignment distance (Damerau 1964), given up beyond a limit.
struct EditDistance {
  private let word: [Unicode.Scalar]
  private var other: [Unicode.Scalar] = []
  private var rows: [[Int]]
  /// How many letters of the last word were read until it was given up; none where its length
  /// alone, or all of its letters, told.
  private(set) var farBeginning: Int?

  /// Prepares to compare many words with one.
  init(from word: String) {
    self.word = Array(word.unicodeScalars)
    rows = Array(repeating: Array(repeating: 0, count: self.word.count + 1), count: 3)
  }

  /// The distance to a word, if it is at most `limit`.
  mutating func callAsFunction(to text: String, limit: Int) -> Int? {
    farBeginning = nil
    other.removeAll(keepingCapacity: true)
    other.append(contentsOf: text.unicodeScalars)
    guard abs(other.count - word.count) <= limit else { return nil }
    for column in 0...word.count { rows[0][column] = column }
    for row in 1..<other.count + 1 {
      if fillRow(row) > limit {
        farBeginning = row
        return nil
      }
    }
    let distance = rows[other.count % 3][word.count]
    return distance <= limit ? distance : nil
  }

  /// Fills a row of the table from the two before it and returns its least number.
  private mutating func fillRow(_ row: Int) -> Int {
    let (here, above, twoAbove) = (row % 3, (row + 2) % 3, (row + 1) % 3)
    rows[here][0] = row
    var least = row
    for column in 1..<word.count + 1 {
      let isSame = other[row - 1] == word[column - 1]
      var distance = rows[above][column - 1] + (isSame ? 0 : 1)
      distance = min(distance, rows[above][column] + 1, rows[here][column - 1] + 1)
      if row > 1, column > 1, other[row - 1] == word[column - 2],
        other[row - 2] == word[column - 1]
      {
        distance = min(distance, rows[twoAbove][column - 2] + 1)
      }
      rows[here][column] = distance
      least = min(least, distance)
    }
    return least
  }
}
