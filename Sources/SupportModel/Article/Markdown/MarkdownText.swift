/// What characters are to Markdown.
enum MarkdownText {
  /// ASCII punctuation: what `\` takes the meaning from.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// A letter or digit, or part of a character beyond ASCII.
  static func isWordByte(_ byte: UInt8) -> Bool { byte > 0x20 && !isPunctuation(byte) }

  /// The text without escapes, and with the characters that entities stand for.
  static func unescaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    var (plain, place) = ([UInt8](), 0)
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "&"), let (character, end) = entity(bytes[place...]) {
        plain += character.utf8
        place = end
        continue
      }
      let isEscape =
        bytes[place] == UInt8(ascii: "\\") && place + 1 < bytes.count
        && isPunctuation(bytes[place + 1])
      if isEscape { place += 1 }
      plain.append(bytes[place])
      place += 1
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "copy": "©", "reg": "®", "trade": "™", "hellip": "…", "ndash": "–", "mdash": "—",
  ]

  /// The character that an entity at the front stands for, and where it ends. Others than these are
  /// text: Markdown has Unicode.
  static func entity(_ bytes: ArraySlice<UInt8>) -> (character: String, end: Int)? {
    guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
    if let character = entities[name] { return (character, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let isHex = name.dropFirst().first?.lowercased() == "x"
    let number = isHex ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    guard let number, number > 0x1F, let scalar = Unicode.Scalar(number) else { return nil }
    return (String(Character(scalar)), end + 1)
  }

  /// Where an address ends that a sentence goes on behind: before its punctuation, and before a
  /// closing parenthesis that the address did not open.
  static func endOfAddress(_ run: ArraySlice<UInt8>) -> Int {
    var run = run
    var open = run.count { $0 == UInt8(ascii: "(") } - run.count { $0 == UInt8(ascii: ")") }
    while let last = run.last {
      if last == UInt8(ascii: ")"), open < 0 {
        open += 1
      } else if !".,:;!?'\"*_~".utf8.contains(last) {
        break
      }
      run.removeLast()
    }
    return run.endIndex
  }
}
