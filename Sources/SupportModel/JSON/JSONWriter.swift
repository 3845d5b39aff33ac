extension JSON {
  /// One line, no space.
  package var compact: String { String(decoding: compactBytes, as: UTF8.self) }

  package var compactBytes: [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }

  /// Two spaces a level, a member a line, and a newline at the end: how documents lie on disk.
  package var prettyBytes: [UInt8] {
    var writer = JSONWriter()
    writer.writePretty(self, level: 0)
    writer.bytes.append(0x0A)
    return writer.bytes
  }
}

/// Writes JSON as UTF-8. Only what must be escaped is, and the controls U+007F to U+009F, which a
/// terminal might obey.
struct JSONWriter {
  var bytes: [UInt8] = []

  mutating func write(_ value: JSON) {
    switch value {
    case .array(let elements):
      writeList("[", "]", elements) { writer, element in writer.write(element) }
    case .object(let object):
      writeList("{", "}", object.members) { writer, member in
        writer.write(member.key)
        writer.bytes.append(UInt8(ascii: ":"))
        writer.write(member.value)
      }
    default: writeScalar(value)
    }
  }

  mutating func writePretty(_ value: JSON, level: Int) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      writeLines("[", "]", elements, level) { writer, element in
        writer.writePretty(element, level: level + 1)
      }
    case .object(let object) where !object.isEmpty:
      writeLines("{", "}", object.members, level) { writer, member in
        writer.write(member.key)
        writer.bytes.append(contentsOf: ": ".utf8)
        writer.writePretty(member.value, level: level + 1)
      }
    default: write(value)
    }
  }

  private mutating func writeList<Element>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ elements: [Element],
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    for (place, element) in elements.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      writeElement(&self, element)
    }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func writeLines<Element>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ elements: [Element], _ level: Int,
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    writeList(open, close, elements) { writer, element in
      writer.newLine(level + 1)
      writeElement(&writer, element)
    }
    bytes.removeLast()
    newLine(level)
    bytes.append(UInt8(ascii: close))
  }

  private mutating func newLine(_ level: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }

  private mutating func writeScalar(_ value: JSON) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .number(let value): bytes.append(contentsOf: value.description.utf8)
    case .string(let text): write(text)
    case .array, .object: write(value)
    }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { writeEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var place = 0
    while place < text.count {
      let length = escapeLength(text, place)
      if length > 0 {
        bytes.append(contentsOf: text[start..<place])
        escape(length == 1 ? text[place] : text[place + 1])
        start = place + length
      }
      place += max(1, length)
    }
    bytes.append(contentsOf: text[start...])
  }

  /// How many bytes at `place` make a character that is written as an escape; 0 for none.
  private func escapeLength(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    switch text[place] {
    case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return 1
    case 0xC2 where place + 1 < text.count && text[place + 1] < 0xA0: return 2
    default: return 0
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
    case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
    case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
    case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
    default:
      let hexadecimal = String(byte, radix: 16)
      bytes.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
      bytes.append(contentsOf: hexadecimal.utf8)
    }
  }
}
