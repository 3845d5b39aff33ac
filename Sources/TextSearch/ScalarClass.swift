/// What a Unicode scalar does to the word around it, after Unicode Standard Annex 29.
enum ScalarClass {
  /// Belongs to a word of an alphabet or syllabary written with spaces.
  case letter
  /// Is a decimal digit of any script.
  case digit
  /// Is written without spaces between words (Chinese, Japanese, Thai) or indexed as if it were (Korean).
  case unspaced
  /// Belongs to the scalar before it.
  case mark
  /// Has no part in the word: accents, vowel points, joiners, soft hyphens, direction controls.
  case ignored
  /// Ends a word.
  case other

  init(_ scalar: Unicode.Scalar) {
    if Self.isIgnored(scalar.value) {
      self = .ignored
      return
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .letterNumber:
      self = .letter
    case .modifierLetter, .otherLetter:
      self = Self.isUnspaced(scalar.value) ? .unspaced : .letter
    case .decimalNumber: self = .digit
    case .nonspacingMark, .spacingMark: self = .mark
    default: self = .other
    }
  }

  private static func isIgnored(_ value: UInt32) -> Bool {
    switch value {
    case 0x00AD, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true  // formatting
    case 0x0300...0x036F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true  // accents
    case 0x0483...0x0487, 0x0591...0x05BD, 0x05BF...0x05C7: true  // Cyrillic titlos, Hebrew points
    case 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC: true  // Arabic vowels
    default: false
    }
  }

  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x3005...0x3007, 0x3031...0x3035, 0x3041...0x30FF: true  // kana
    case 0x31F0...0x31FF, 0xFF66...0xFF9F: true  // kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true  // Han
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: true  // Hangul
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao, Burmese, Khmer
    default: false
    }
  }
}
