/// A row of numbers as one line of block characters, the largest as high as a line is.
enum Sparkline {
  private static let levels: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// At most `width` columns: where there are more numbers, neighbours are added up. Nothing is the
  /// lowest level, and what is more than nothing is higher.
  static func text(_ numbers: [Int], width: Int) -> String {
    let points = condensed(numbers, to: max(width, 1))
    let most = points.max() ?? 0
    return String(
      points.map { point in
        guard most > 0, point > 0 else { return levels[0] }
        let top = levels.count - 1
        return levels[min(max((point * top + most - 1) / most, 1), top)]
      })
  }

  private static func condensed(_ numbers: [Int], to width: Int) -> [Int] {
    guard numbers.count > width else { return numbers }
    let step = (numbers.count + width - 1) / width
    return stride(from: 0, to: numbers.count, by: step).map { start in
      numbers[start..<min(start + step, numbers.count)].reduce(0, +)
    }
  }
}
