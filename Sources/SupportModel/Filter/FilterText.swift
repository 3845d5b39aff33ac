/// The letters of the filter language: what ends a word, what needs quotes.
enum FilterText {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  static func endsWord(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }

  static func endsBareValue(_ byte: UInt8) -> Bool {
    endsWord(byte) || byte == UInt8(ascii: ",")
  }

  /// The name before a colon: a letter, then letters, digits, `_`, `-` and `.`.
  static func name(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard start < bytes.count, isLetter(bytes[start]) else { return nil }
    var end = start
    while end < bytes.count, isLetter(bytes[end]) || "0123456789_-.".utf8.contains(bytes[end]) {
      end += 1
    }
    return end < bytes.count && bytes[end] == UInt8(ascii: ":") ? start..<end : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// A phrase as a term of its own, in quotes where it would be taken for something else.
  static func phrase(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let isPlain =
      !bytes.contains { endsWord($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ":") }
      && !bytes.isEmpty && bytes.first != UInt8(ascii: "-")
      && !["or", "and"].contains(text.lowercased())
    return isPlain ? text : quoted(text)
  }

  /// A value after a colon, in quotes where it would be taken for something else.
  static func value(_ text: String) -> String {
    let bytes = text.utf8
    let isPlain =
      !bytes.contains { endsBareValue($0) || $0 == UInt8(ascii: "\"") } && !bytes.isEmpty
      && bytes.first != UInt8(ascii: "<") && bytes.first != UInt8(ascii: ">")
      && !hasDots(bytes)
    let isTaken = bytes.count <= 4 && ["none", "me", "@me"].contains(text.lowercased())
    return isPlain && !isTaken ? text : quoted(text)
  }

  /// Whether `..` occurs, which makes a range.
  private static func hasDots(_ bytes: String.UTF8View) -> Bool {
    var last: UInt8?
    return bytes.contains { byte in
      defer { last = byte }
      return byte == UInt8(ascii: ".") && last == byte
    }
  }
}
