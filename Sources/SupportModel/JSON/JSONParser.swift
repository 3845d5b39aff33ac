/// What is wrong with a JSON text, and where: `line` and `column` count from 1, `offset` in bytes.
package struct JSONError: Error, Equatable {
  package var message: String
  package var line: Int
  package var column: Int
}

/// Reads JSON (RFC 8259) from UTF-8 bytes. A repeated key, a lone surrogate, invalid UTF-8 and
/// nesting past 200 levels are errors: what cannot be written again is not read.
package struct JSONParser: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  /// What was read of the lists and objects whose ends have not come yet.
  private var elements = Pile<JSON>(capacity: 32)
  private var members = Pile<JSONObject.Member>(capacity: 64)
  var at = 0
  private var depth = 0
  /// The list of the outermost object whose elements are not to be read.
  var left: UnreadObjects?
  /// Where the keys of objects that are not read begin and end, as long as their ends have not come.
  var passedKeys: [Int] = []
  private var path: [String]?
  private var places: [String: Int] = [:]

  private static let deepest = 200

  package static func parse(_ bytes: [UInt8]) throws -> JSON {
    try bytes.withUnsafeBufferPointer { buffer in
      try parse(buffer)
    }
  }

  package static func parse(_ text: String) throws -> JSON { try parse(Array(text.utf8)) }

  package static func parse(_ buffer: UnsafeBufferPointer<UInt8>) throws -> JSON {
    var parser = JSONParser(bytes: buffer)
    return try parser.document()
  }

  /// The line (from 1) on which the value at each dotted path begins: `sla.policies[0].name`.
  package static func lines(of bytes: [UInt8]) throws -> [String: Int] {
    try bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      parser.path = []
      _ = try parser.document()
      return parser.places.mapValues { place in
        1 + buffer[..<place].count { $0 == UInt8(ascii: "\n") }
      }
    }
  }

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func document() throws -> JSON {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw error("the text begins with a byte order mark; save it without")
    }
    let value = try self.value()
    skipSpace()
    guard at == bytes.count else { throw error("something follows the value") }
    return value
  }

  mutating func value() throws -> JSON {
    skipSpace()
    if let path { places[path.joined()] = at }
    guard at < bytes.count else { throw error("the text ends where a value should be") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object() throws -> JSONObject {
    try enter()
    defer { depth -= 1 }
    skipSpace()
    if take("}") { return JSONObject() }
    let first = members.count
    repeat {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw error("a key in quotes should be here")
      }
      let keyPlace = at
      let key = try string()
      skipSpace()
      guard take(":") else { throw error("\":\" should be here") }
      if path != nil { path?.append(depth == 1 ? key : "." + key) }
      let value = try isLeft(key) ? unreadList() : value()
      path?.removeLast()
      if members.holds(from: first, where: { haveSameBytes($0.key, key) }) {
        at = keyPlace
        throw error("the key \"\(key)\" stands twice")
      }
      members.put(JSONObject.Member(key: key, value: value))
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("\",\" or \"}\" should be here") }
    return JSONObject(unique: members.take(from: first))
  }

  private mutating func array() throws -> [JSON] {
    try enter()
    defer { depth -= 1 }
    skipSpace()
    if take("]") { return [] }
    let first = elements.count
    repeat {
      if path != nil { path?.append("[\(elements.count - first)]") }
      elements.put(try value())
      path?.removeLast()
      skipSpace()
    } while take(",")
    guard take("]") else { throw error("\",\" or \"]\" should be here") }
    return elements.take(from: first)
  }

  /// Goes into an object or a list: `leave` has to follow where nothing is thrown.
  mutating func enter() throws {
    depth += 1
    guard depth <= Self.deepest else { throw error("nested too deep") }
    at += 1
  }

  mutating func leave() { depth -= 1 }

  private func isLeft(_ key: String) -> Bool {
    guard depth == 1, let left else { return false }
    return haveSameBytes(left.key, key)
  }

  mutating func string() throws -> String {
    let start = at
    at += 1
    let (first, isASCII) = try plainRun()
    // Most texts are ASCII, and those need no validation, which is slow.
    if take("\"") { return isASCII ? String(ascii: first) : try text(first, at: start + 1) }
    var unescaped = Array(first)
    while take("\\") {
      try escape(into: &unescaped)
      unescaped += try plainRun().run
    }
    guard take("\"") else { throw error("a text that does not end", at: start) }
    return try unescaped.withUnsafeBufferPointer { try text($0, at: start + 1) }
  }

  /// Takes what stands as it is, up to a quote, an escape or the end.
  mutating func plainRun() throws -> (run: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    let start = at
    var (place, isASCII) = (at, true)
    while place + 8 <= bytes.count {
      let next = EightBytes(bytes, at: place)
      let marks =
        next.marks(of: UInt8(ascii: "\"")) | next.marks(of: UInt8(ascii: "\\"))
        | next.marks(below: 0x20)
      let length = EightBytes.first(marks)
      isASCII = isASCII && next.areASCII(upTo: length)
      place += length
      if length < 8 { break }
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      if byte < 0x20 { throw error("a control character in a text", at: place) }
      isASCII = isASCII && byte < 0x80
      place += 1
    }
    at = place
    return (UnsafeBufferPointer(rebasing: bytes[start..<place]), isASCII)
  }

  private func text(_ part: UnsafeBufferPointer<UInt8>, at place: Int) throws -> String {
    guard let text = String(validating: part, as: UTF8.self) else {
      throw error("invalid UTF-8", at: place)
    }
    return text
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard at < bytes.count else { throw error("a text that does not end") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try escapedScalar()).utf8))
    default: throw error("an unknown escape", at: at - 2)
    }
  }

  private mutating func escapedScalar() throws -> Character {
    let place = at - 2
    var code = try hexadecimal()
    if (0xD800..<0xDC00).contains(code), take("\\"), take("u") {
      let low = try hexadecimal()
      guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate", at: place) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate", at: place) }
    return Character(scalar)
  }

  private mutating func hexadecimal() throws -> UInt32 {
    guard at + 4 <= bytes.count,
      let digits = String(validating: bytes[at..<at + 4], as: UTF8.self),
      digits.allSatisfy(\.isHexDigit), let code = UInt32(digits, radix: 16)
    else { throw error("four hexadecimal digits should be here") }
    at += 4
    return code
  }

  private mutating func number() throws -> JSON {
    let start = at
    _ = take("-")
    try digits(leadingZero: false)
    var isWhole = true
    if take(".") {
      isWhole = false
      try digits(leadingZero: true)
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits(leadingZero: true)
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let value = Int64(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else {
      throw error("a number out of range", at: start)
    }
    return .number(value)
  }

  private mutating func digits(leadingZero: Bool) throws {
    let start = at
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
    guard at > start else {
      throw error(leadingZero ? "a digit should be here" : "a value should be here")
    }
    if !leadingZero, at - start > 1, bytes[start] == UInt8(ascii: "0") {
      throw error("a number that begins with 0", at: start)
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws -> JSON {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count,
      bytes[at..<at + length].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: length))
    else { throw error("a value should be here") }
    at += length
    return value
  }

  @inline(__always)
  mutating func skipSpace() {
    // Mostly there is none.
    if at < bytes.count, bytes[at] > 0x20 { return }
    skipSpaceThere()
  }

  private mutating func skipSpaceThere() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20: at += 1
      case 0x0A, 0x0D, 0x09:
        at += 1
        // Lines are indented.
        if at + 8 <= bytes.count { at += EightBytes(bytes, at: at).leadingSpaces }
      default: return
      }
    }
  }

  @inline(__always)
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  func error(_ message: String, at place: Int? = nil) -> JSONError {
    let place = min(place ?? at, bytes.count)
    let before = bytes[..<place]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    return JSONError(message: message, line: line, column: 1 + place - lineStart)
  }
}
