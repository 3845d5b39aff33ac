/// Reading scalars out of UTF-8 that is known to be valid.
extension WordSplitter {
  func scalarClass(at offset: Int) -> ScalarClass {
    switch bytes[offset] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case 0..<0x80: .other
    default: ScalarClass(scalar(at: offset))
    }
  }

  /// Whether a letter begins at an offset, which may be the end of the text.
  func isLetter(at offset: Int) -> Bool {
    offset < bytes.count && scalarClass(at: offset) == .letter
  }

  /// Whether a letter or digit begins at an offset, which may be the end of the text.
  func isWord(at offset: Int) -> Bool {
    offset < bytes.count && [.letter, .digit].contains(scalarClass(at: offset))
  }

  /// The number of bytes of the scalar that begins at an offset.
  func width(at offset: Int) -> Int {
    switch bytes[offset] {
    case 0..<0x80: 1
    case 0xF0...: 4
    case 0xE0...: 3
    default: 2
    }
  }

  func scalar(at offset: Int) -> Unicode.Scalar {
    let width = width(at: offset)
    var value = UInt32(bytes[offset])
    if width > 1 {
      value &= 0xFF >> UInt32(width + 1)
      for continuation in bytes[offset + 1..<offset + width] {
        value = value << 6 | UInt32(continuation & 0x3F)
      }
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The number of bytes of the apostrophe at the cursor, straight or curly.
  func apostrophe() -> Int? {
    if bytes[cursor] == UInt8(ascii: "'") { return 1 }
    return begins(with: 0xE2, 0x80, 0x99) ? 3 : nil
  }

  /// What joins the part that ends at the cursor to the word after it.
  func joiner() -> (sign: UInt8, width: Int)? {
    guard cursor < bytes.count, let part = compound.parts.last else { return nil }
    var (sign, width) = (bytes[cursor], 1)
    if sign >= 0x80 {
      width = 3
      if begins(with: 0xE2, 0x80, 0x99) {
        sign = UInt8(ascii: "'")
      } else if sign == 0xD7, cursor + 1 < bytes.count, bytes[cursor + 1] == 0xB4 {
        (sign, width) = (UInt8(ascii: "\""), 2)
      } else if begins(with: 0xE2, 0x80, 0x90) || begins(with: 0xE2, 0x80, 0x91) {
        sign = UInt8(ascii: "-")
      } else {
        return nil
      }
    }
    let next = cursor + width
    let isJoined =
      switch sign {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "@"):
        isWord(at: next)
      case UInt8(ascii: "&"): part.digits == 0 && isLetter(at: next)
      case UInt8(ascii: "'"):
        isLetter(at: next) ? compound.isElided(part) : part.isNumber && isWord(at: next)
      case UInt8(ascii: ","): part.isNumber && isWord(at: next) && !isLetter(at: next)
      case UInt8(ascii: "/"): isWord(at: next) && (part.digits > 0 || !isLetter(at: next))
      case UInt8(ascii: "\""): isHebrew(at: cursor - 2) && isHebrew(at: next)
      case UInt8(ascii: "+"): isWord(at: next) && isAddress(from: next)
      default: false
      }
    return isJoined ? (sign, width) : nil
  }

  /// Whether a Hebrew letter stands at an offset: a double quote between two marks an abbreviation.
  private func isHebrew(at offset: Int) -> Bool {
    guard offset >= 0, offset + 1 < bytes.count else { return false }
    return bytes[offset] == 0xD7 && (0x90...0xAA).contains(bytes[offset + 1])
  }

  /// Whether what stands at an offset leads to an `@`, as the rest of `bob+shop@example.com` does.
  private func isAddress(from offset: Int) -> Bool {
    for byte in bytes[offset...].prefix(Compound.longestWord) {
      switch byte {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "+"):
        break
      default: return false
      }
    }
    return false
  }

  /// The number of bytes of the `++` or `#` at the cursor, where no word follows.
  func languageSign() -> Int? {
    guard cursor < bytes.count else { return nil }
    let isSharp = bytes[cursor] == UInt8(ascii: "#")
    let isPlus =
      bytes[cursor] == UInt8(ascii: "+") && cursor + 1 < bytes.count
      && bytes[cursor + 1] == UInt8(ascii: "+")
    let width = isSharp ? 1 : isPlus ? 2 : 0
    return width > 0 && !isWord(at: cursor + width) ? width : nil
  }

  func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func begins(with first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    cursor + 2 < bytes.count && bytes[cursor] == first && bytes[cursor + 1] == second
      && bytes[cursor + 2] == third
  }
}
