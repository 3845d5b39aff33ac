/// Reads the text of a query into clauses, and finds a meaning for anything.
///
/// ```
/// query  = (clause | space)*
/// clause = ["-"] [field ":"] (quote any* quote | piece ["*"])
/// ```
struct QueryParser {
  private let bytes: [UInt8]
  private let fields: [String]
  private var cursor = 0

  init(_ text: String, fields: [String]) {
    bytes = Array(text.utf8)
    self.fields = fields
  }

  mutating func parse() -> [Query.Clause] {
    var clauses: [Query.Clause] = []
    while cursor < bytes.count {
      if isSpace(bytes[cursor]) {
        cursor += 1
      } else if let clause = clause() {
        clauses.append(clause)
      }
    }
    return clauses
  }

  private mutating func clause() -> Query.Clause? {
    let isExcluded = readMinus()
    let field = readField()
    if let width = quote(at: cursor) {
      cursor += width
      let start = cursor
      while cursor < bytes.count, quote(at: cursor) == nil { cursor += 1 }
      let end = cursor
      cursor += quote(at: cursor) ?? 0
      return clause(.phrase, start..<end, field, isExcluded)
    }
    let start = cursor
    while cursor < bytes.count, !isSpace(bytes[cursor]), quote(at: cursor) == nil { cursor += 1 }
    var end = cursor
    while end > start, bytes[end - 1] == UInt8(ascii: "*") { end -= 1 }
    return clause(end < cursor ? .prefix : .words, start..<end, field, isExcluded)
  }

  private func clause(
    _ kind: Query.Clause.Kind, _ range: Range<Int>, _ field: String?, _ isExcluded: Bool
  ) -> Query.Clause? {
    if range.isEmpty { return nil }
    return Query.Clause(
      kind: kind, text: String(decoding: bytes[range], as: UTF8.self), range: range,
      field: field, isExcluded: isExcluded)
  }

  /// Goes past a minus that excludes; `--force` and a minus by itself are text.
  private mutating func readMinus() -> Bool {
    let next = cursor + 1
    guard bytes[cursor] == UInt8(ascii: "-"), next < bytes.count, !isSpace(bytes[next]),
      bytes[next] != UInt8(ascii: "-")
    else { return false }
    cursor = next
    return true
  }

  /// Goes past a known field's name and colon, if something to look for follows.
  private mutating func readField() -> String? {
    for field in fields {
      let colon = cursor + field.utf8.count
      guard colon + 1 < bytes.count, bytes[colon] == UInt8(ascii: ":"), !isSpace(bytes[colon + 1]),
        zip(bytes[cursor..<colon], field.utf8).allSatisfy({ lowercased($0) == lowercased($1) })
      else { continue }
      cursor = colon + 1
      return field
    }
    return nil
  }

  /// The number of bytes of a double quote, straight or of any country's typography.
  private func quote(at offset: Int) -> Int? {
    guard offset < bytes.count else { return nil }
    if bytes[offset] == UInt8(ascii: "\"") { return 1 }
    let quotes: [[UInt8]] = [
      [0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x9E], [0xC2, 0xAB], [0xC2, 0xBB],
    ]
    guard bytes[offset] == 0xE2 || bytes[offset] == 0xC2 else { return nil }
    return quotes.first { bytes[offset...].starts(with: $0) }?.count
  }

  /// Whether a byte is a space or a control; the spaces beyond ASCII separate words anyway.
  private func isSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
