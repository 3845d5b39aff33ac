/// A run of `*`, `_` or `~` that may begin or end emphasis.
struct MarkdownRun {
  let mark: UInt8
  var count: Int
  /// As it was written: what is left of it follows its rules.
  let written: Int
  let opens: Bool
  let closes: Bool

  /// By the rules of flanking of CommonMark: emphasis hugs its words, and `_` stands at their ends.
  init(_ mark: UInt8, count: Int, before: UInt8?, after: UInt8?) {
    func isBlank(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 } ?? true }
    func isMark(_ byte: UInt8?) -> Bool { byte.map(MarkdownText.isPunctuation) ?? false }
    let leads = !isBlank(after) && (!isMark(after) || isBlank(before) || isMark(before))
    let trails = !isBlank(before) && (!isMark(before) || isBlank(after) || isMark(after))
    let isUnderscore = mark == UInt8(ascii: "_")
    (self.mark, self.count, written) = (mark, count, count)
    let isTaken = mark != UInt8(ascii: "~") || count <= 2
    opens = isTaken && leads && (!isUnderscore || !trails || isMark(before))
    closes = isTaken && trails && (!isUnderscore || !leads || isMark(after))
  }

  /// One or two `~`, which strike through what stands between them and as many.
  var isStrike: Bool { mark == UInt8(ascii: "~") }

  var text: String { String(repeating: Character(Unicode.Scalar(mark)), count: count) }

  /// How many marks this closing run and an opening one use together; nil where they do not match.
  func width(closing opener: MarkdownRun) -> Int? {
    guard opener.mark == mark, opener.opens, closes else { return nil }
    if isStrike { return count == opener.count ? count : nil }
    let isMixed = opener.closes || opens
    if isMixed, (opener.written + written) % 3 == 0, opener.written % 3 != 0 || written % 3 != 0 {
      return nil
    }
    return min(count, opener.count, 2)
  }

  func node(_ content: [MarkdownInline], width: Int) -> MarkdownInline {
    if isStrike { return .struck(content) }
    return width == 2 ? .strong(content) : .emphasis(content)
  }
}
