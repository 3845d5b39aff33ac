/// Bars of block characters, exact to an eighth of a column.
enum Bar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// `part`, from 0 to 1, of a bar of `width` columns. What is more than nothing is seen, and what
  /// is less than everything does not fill it.
  static func text(_ part: Double, width: Int) -> String {
    let whole = width * 8
    var filled = Int((part * Double(whole)).rounded())
    if part > 0 { filled = max(filled, 1) }
    if part < 1 { filled = min(filled, whole - 1) }
    return String(repeating: "█", count: filled / 8) + eighths[filled % 8]
  }
}
