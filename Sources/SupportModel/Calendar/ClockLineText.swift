/// A line with a question in the usual form, taken apart without making anything of it: members in
/// any order, each once, no escapes. The parts are values as they stand, quotes and braces included.
struct ClockLineText {
  private let line: UnsafeBufferPointer<UInt8>
  private var at = 0
  private(set) var calendar = 0..<0
  private var from = 0..<0
  private var add = 0..<0
  private var to = 0..<0

  init(_ line: UnsafeBufferPointer<UInt8>) { self.line = line }

  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: line[range])
  }

  /// The question that the parts make; nil where one of them is missing or unusual.
  func question(_ calendar: any WorkingTime) -> ClockQuestion? {
    guard let from = Instant(utf8: inside(from)), add.isEmpty != to.isEmpty else { return nil }
    if add.isEmpty {
      return Instant(utf8: inside(to)).map { ClockQuestion(calendar, from: from, .timeUntil($0)) }
    }
    let span = TimeSpan(utf8: line[add.lowerBound] == UInt8(ascii: "\"") ? inside(add) : part(add))
    return span.map { ClockQuestion(calendar, from: from, .dueAfter($0)) }
  }

  /// What stands between quotes; nothing where there are none.
  private func inside(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    guard range.count > 2, line[range.lowerBound] == UInt8(ascii: "\"") else { return part(0..<0) }
    return part(range.lowerBound + 1..<range.upperBound - 1)
  }

  /// Finds the parts; false where the line has another form. `calendar` is the value that the
  /// calendar most likely is.
  mutating func split(expecting calendar: [UInt8]) -> Bool {
    skipSpace()
    guard take("{") else { return false }
    repeat {
      skipSpace()
      let start = at
      guard skipText() else { return false }
      let key = start + 1..<at - 1
      skipSpace()
      guard take(":") else { return false }
      skipSpace()
      guard assign(key, expecting: calendar) else { return false }
      skipSpace()
    } while take(",")
    guard take("}") else { return false }
    skipSpace()
    return at == line.count
  }

  private mutating func assign(_ key: Range<Int>, expecting text: [UInt8]) -> Bool {
    let start = at
    switch key.count {
    case 8 where calendar.isEmpty && isKey(key, "calendar"):
      guard skip(text) || skipText() || skipObject() else { return false }
      calendar = start..<at
    case 4 where from.isEmpty && isKey(key, "from"):
      guard skipText() else { return false }
      from = start..<at
    case 3 where add.isEmpty && isKey(key, "add"):
      guard skipText() || skipDigits() else { return false }
      add = start..<at
    case 2 where to.isEmpty && isKey(key, "to"):
      guard skipText() else { return false }
      to = start..<at
    default: return false
    }
    return true
  }

  private func isKey(_ range: Range<Int>, _ word: StaticString) -> Bool {
    zip(range, 0..<range.count).allSatisfy { line[$0] == word.utf8Start[$1] }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < line.count, line[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < line.count, line[at] == 0x20 || line[at] == 0x0D || line[at] == 0x09 { at += 1 }
  }

  /// Passes over a text that stands here.
  private mutating func skip(_ text: [UInt8]) -> Bool {
    guard !text.isEmpty, line.count - at > text.count else { return false }
    let isHere = text.withUnsafeBufferPointer { text in
      for place in text.indices where line[at + place] != text[place] { return false }
      return true
    }
    if isHere { at += text.count }
    return isHere
  }

  private mutating func skipText() -> Bool {
    guard at < line.count, line[at] == UInt8(ascii: "\"") else { return false }
    var end = at + 1
    while end < line.count, line[end] != UInt8(ascii: "\"") {
      if line[end] == UInt8(ascii: "\\") || line[end] < 0x20 { return false }
      end += 1
    }
    guard end < line.count else { return false }
    at = end + 1
    return true
  }

  private mutating func skipDigits() -> Bool {
    let start = at
    while at < line.count, (0x30...0x39).contains(line[at]) { at += 1 }
    // JSON has no number such as 07.
    return at > start && (at == start + 1 || line[start] != 0x30)
  }

  /// Passes over an object up to its last brace. What is in it is not looked at: it is read when it
  /// is met for the first time.
  private mutating func skipObject() -> Bool {
    guard at < line.count, line[at] == UInt8(ascii: "{") else { return false }
    var depth = 0
    while at < line.count {
      switch line[at] {
      case UInt8(ascii: "\""):
        guard skipText() else { return false }
        continue
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      at += 1
      if depth == 0 { return true }
    }
    return false
  }
}
