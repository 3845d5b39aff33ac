/// Folds case, accents, ligatures, digits and the seats of Arabic letters, so that `Éclair`, `eclair` and `ECLAIR` are one word.
enum LetterFold {
  /// Appends the folded form of a letter, digit or mark to a word in UTF-8.
  static func append(_ scalar: Unicode.Scalar, to word: inout [UInt8]) {
    let value = scalar.value
    switch value {
    case 0x00B5: append("μ", to: &word)
    case 0x00C0...0x02AF: appendCell(latin[Int(value - 0x00C0)], to: &word)
    case 0x0370...0x052F: appendCell(greekAndCyrillic[Int(value - 0x0370)], to: &word)
    case 0x0622, 0x0623, 0x0625, 0x0671: append("ا", to: &word)
    case 0x0629: append("ه", to: &word)
    case 0x0649: append("ي", to: &word)
    case 0x1E00...0x1FFC: appendCell(extended[Int(value - 0x1E00)], to: &word)
    case 0x2C65: append("a", to: &word)
    case 0x2C66: append("t", to: &word)
    case 0xFB00...0xFB06:
      word.append(contentsOf: ligatures[Int(value - 0xFB00)].utf8)
    case 0xFF21...0xFF3A: word.append(UInt8(value - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: word.append(UInt8(value - 0xFF41 + 0x61))
    default:
      let properties = scalar.properties
      if properties.generalCategory == .decimalNumber, let digit = properties.numericValue {
        word.append(0x30 + UInt8(digit))
      } else if properties.changesWhenLowercased {
        word.append(contentsOf: properties.lowercaseMapping.utf8)
      } else {
        word.append(contentsOf: scalar.utf8)
      }
    }
  }

  /// Appends a cell of the tables, where a capital stands for a letter that folds to two.
  private static func appendCell(_ cell: Unicode.Scalar, to word: inout [UInt8]) {
    switch cell {
    case "A": append("ae", to: &word)
    case "D": append("dz", to: &word)
    case "I": append("ij", to: &word)
    case "L": append("lj", to: &word)
    case "N": append("nj", to: &word)
    case "O": append("oe", to: &word)
    case "S": append("ss", to: &word)
    case "T": append("th", to: &word)
    default: word.append(contentsOf: cell.utf8)
    }
  }

  private static func append(_ letters: String, to word: inout [UInt8]) {
    word.append(contentsOf: letters.utf8)
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
