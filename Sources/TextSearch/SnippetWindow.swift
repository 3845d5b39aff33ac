/// Chooses the part of a line to show: as many different matches as fit, and what is around them.
struct SnippetWindow {
  /// The half-open range of UTF-8 offsets in the line.
  private(set) var range: Range<Int>

  private let line: SnippetLine
  private let length: Int
  private var width: Int

  init(in line: SnippetLine, around matches: [QueryMatches.Match], length: Int) {
    self.line = line
    self.length = max(length, 1)
    range = Self.densest(matches, line, length)
    width = line.width(range)
    if width > self.length {
      range = line.prefix(from: range.lowerBound, length: self.length)
      return
    }
    let spare = self.length - width
    growLeft(to: width + spare / 3)
    growRight()
    growLeft(to: self.length)
    addPunctuation()
    if range.isEmpty { range = line.prefix(from: 0, length: self.length) }
  }

  /// The range with the most different matches that fits, of equals the one with the most matches,
  /// then the first; empty at the beginning without any.
  private static func densest(
    _ matches: [QueryMatches.Match], _ line: SnippetLine, _ length: Int
  ) -> Range<Int> {
    guard var best = matches.first?.range else { return 0..<0 }
    var bestScore = (0, 0)
    var counts: [Int: Int] = [:]
    var (next, width, end) = (0, 0, 0)
    for (index, first) in matches.enumerated() {
      if index == 0 {
        end = first.range.lowerBound
      } else {
        width -= line.width(matches[index - 1].range.lowerBound..<first.range.lowerBound)
      }
      while next < matches.count {
        let reach = max(end, matches[next].range.upperBound)
        let added = line.width(end..<reach)
        guard width + added <= length || next == index else { break }
        (end, width) = (reach, width + added)
        counts[matches[next].unit, default: 0] += 1
        next += 1
      }
      let score = (counts.count, next - index)
      if score > bestScore {
        (best, bestScore) = (first.range.lowerBound..<end, score)
      }
      counts[first.unit] = counts[first.unit].flatMap { $0 > 1 ? $0 - 1 : nil }
    }
    return best
  }

  private mutating func growLeft(to limit: Int) {
    let before = line.words.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    for word in line.words[..<before].reversed() where word.range.lowerBound < range.lowerBound {
      guard grow(to: word.range.lowerBound..<range.upperBound, limit) else { return }
    }
    _ = grow(to: 0..<range.upperBound, limit)
  }

  private mutating func growRight() {
    let after = line.words.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    for word in line.words[after...] where word.range.upperBound > range.upperBound {
      guard grow(to: range.lowerBound..<word.range.upperBound, length) else { return }
    }
    _ = grow(to: range.lowerBound..<line.bytes.count, length)
  }

  /// Takes a larger range unless it is wider than a limit.
  private mutating func grow(to larger: Range<Int>, _ limit: Int) -> Bool {
    let added =
      line.width(larger.lowerBound..<range.lowerBound)
      + line.width(range.upperBound..<larger.upperBound)
    guard width + added <= limit else { return false }
    (range, width) = (larger, width + added)
    return true
  }

  /// Takes the full stop or quotes that end the last word.
  private mutating func addPunctuation() {
    let isPunctuation = ".,;:!?)]}'\"".utf8.contains
    let rest = line.bytes[range.upperBound...].prefix(2).prefix(while: isPunctuation)
    if !range.isEmpty { range = range.lowerBound..<range.upperBound + rest.count }
  }
}

extension Array {
  /// The index of the first element that belongs to the second half of a partitioned array.
  fileprivate func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
