extension JSON {
  /// One line, no space.
  package var compact: String { String(decoding: compactBytes, as: UTF8.self) }

  package var compactBytes: [UInt8] {
    var writer = JSONWriter(sink: ByteSink(capacity: 256))
    writer.write(self)
    return writer.sink.bytes
  }

  /// Two spaces a level, a member a line, and a newline at the end: how documents lie on disk.
  package var prettyBytes: [UInt8] {
    var writer = JSONWriter(sink: ByteSink(capacity: 4096))
    writer.writePretty(self, level: 0)
    writer.sink.put(0x0A)
    return writer.sink.bytes
  }
}

/// Writes JSON as UTF-8. Only what must be escaped is, and the controls U+007F to U+009F, which a
/// terminal might obey.
///
/// Lists are walked by their places, not handed to closures: then fewer values are retained for it.
struct JSONWriter: ~Copyable {
  var sink: ByteSink

  mutating func write(_ value: JSON) {
    switch value {
    case .array(let elements):
      sink.put(UInt8(ascii: "["))
      for place in elements.indices {
        if place > 0 { sink.put(UInt8(ascii: ",")) }
        write(elements[place])
      }
      sink.put(UInt8(ascii: "]"))
    case .object(let object): write(object)
    default: writeScalar(value)
    }
  }

  mutating func write(_ object: JSONObject) {
    sink.put(UInt8(ascii: "{"))
    for place in object.members.indices {
      if place > 0 { sink.put(UInt8(ascii: ",")) }
      write(object.members[place].key)
      sink.put(UInt8(ascii: ":"))
      write(object.members[place].value)
    }
    sink.put(UInt8(ascii: "}"))
  }

  mutating func writePretty(_ value: JSON, level: Int) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      sink.put(UInt8(ascii: "["))
      for place in elements.indices {
        newLine(level + 1, isFirst: place == 0)
        writePretty(elements[place], level: level + 1)
      }
      newLine(level)
      sink.put(UInt8(ascii: "]"))
    case .object(let object) where !object.isEmpty:
      sink.put(UInt8(ascii: "{"))
      for place in object.members.indices {
        newLine(level + 1, isFirst: place == 0)
        write(object.members[place].key)
        sink.put(": ")
        writePretty(object.members[place].value, level: level + 1)
      }
      newLine(level)
      sink.put(UInt8(ascii: "}"))
    default: write(value)
    }
  }

  /// Begins a line; one that follows another member has a comma before it.
  private mutating func newLine(_ level: Int, isFirst: Bool = true) {
    sink.put(isFirst ? "\n" : ",\n")
    for _ in 0..<level { sink.put("  ") }
  }

  private mutating func writeScalar(_ value: JSON) {
    switch value {
    case .null: sink.put("null")
    case .bool(let value): sink.put(value ? "true" : "false")
    case .integer(let value): put(String(value))
    case .number(let value): put(value.description)
    case .string(let text): write(text)
    case .array, .object: write(value)
    }
  }

  private mutating func put(_ text: String) { for byte in text.utf8 { sink.put(byte) } }
}

// MARK: Texts

extension JSONWriter {
  private mutating func write(_ text: String) {
    sink.put(UInt8(ascii: "\""))
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { writeEscaped($0) }
    if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { writeEscaped($0) } }
    sink.put(UInt8(ascii: "\""))
  }

  private mutating func writeEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var place = Self.suspect(in: text, from: 0)
    while place < text.count {
      let length = escapeLength(text, place)
      if length > 0 {
        sink.put(UnsafeBufferPointer(rebasing: text[start..<place]))
        escape(length == 1 ? text[place] : text[place + 1])
        start = place + length
      }
      place = Self.suspect(in: text, from: place + max(1, length))
    }
    sink.put(UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// The place of the next byte that an escape may begin with, or the end.
  private static func suspect(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place + 8 <= text.count {
      let next = EightBytes(text, at: place)
      let marks =
        next.marks(below: 0x20) | next.marks(of: UInt8(ascii: "\""))
        | next.marks(of: UInt8(ascii: "\\")) | next.marks(of: 0x7F) | next.marks(of: 0xC2)
      if marks != 0 { return place + EightBytes.first(marks) }
      place += 8
    }
    while place < text.count, !isSuspect(text[place]) { place += 1 }
    return place
  }

  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2: true
    default: false
    }
  }

  /// How many bytes at `place`, where one of the suspects stands, make a character that is written
  /// as an escape; 0 for none.
  private func escapeLength(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    guard text[place] == 0xC2 else { return 1 }
    return place + 1 < text.count && text[place + 1] < 0xA0 ? 2 : 0
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): sink.put(#"\""#)
    case UInt8(ascii: "\\"): sink.put(#"\\"#)
    case 0x0A: sink.put(#"\n"#)
    case 0x0D: sink.put(#"\r"#)
    case 0x09: sink.put(#"\t"#)
    default:
      let hexadecimal = String(byte, radix: 16)
      sink.put(byte < 0x10 ? #"\u000"# : #"\u00"#)
      put(hexadecimal)
    }
  }
}
