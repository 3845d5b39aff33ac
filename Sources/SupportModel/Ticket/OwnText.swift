/// What somebody says in a message themselves: without what they quote, their signature, and the
/// remarks of a form that stand in it as HTML comments.
package enum OwnText {
  /// More of a text tells no more of what it is about.
  private static let longest = 65_536

  package static func of(_ body: String) -> String {
    var kept: [Substring] = []
    for line in withoutComments(body).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      if isEnd(line) { break }
      if line.utf8.first(where: { $0 != 0x20 }) == UInt8(ascii: ">") {
        dropIntroduction(&kept)
      } else {
        kept.append(line)
      }
    }
    return kept.joined(separator: "\n")
  }

  /// Whether nothing of one's own follows: `-- ` before a signature, `-----Original Message-----`.
  private static func isEnd(_ line: Substring) -> Bool {
    let bare = trimmed(line)
    return bare == "--"
      || bare.hasPrefix("-----") && bare.hasSuffix("-----") && bare.utf8.count > 10
        && bare.contains { $0 != "-" }
  }

  /// Takes away the line that says who is quoted: `On Friday Ada wrote:`.
  private static func dropIntroduction(_ lines: inout [Substring]) {
    guard let place = lines.lastIndex(where: { !trimmed($0).isEmpty }),
      trimmed(lines[place]).hasSuffix(":")
    else { return }
    lines.removeSubrange(place...)
  }

  private static func withoutComments(_ body: String) -> String {
    let bytes = Array(body.utf8.prefix(longest))
    let (opening, closing) = (Array("<!--".utf8), Array("-->".utf8))
    var (kept, place): ([UInt8], Int) = ([], 0)
    kept.reserveCapacity(bytes.count)
    while place < bytes.count {
      guard bytes[place...].starts(with: opening) else {
        kept.append(bytes[place])
        place += 1
        continue
      }
      place += opening.count
      while place < bytes.count, !bytes[place...].starts(with: closing) { place += 1 }
      place += closing.count
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
