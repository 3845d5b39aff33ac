/// The looks that a terminal can give a word, as SGR numbers (ECMA-48).
enum Style: String {
  case plain = ""
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case blue = "34"
  case cyan = "36"
  case boldRed = "1;31"

  func wrap(_ text: String, _ isColoured: Bool) -> String {
    guard isColoured, self != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
  }
}

/// A value in a table: what strangers wrote in it is made harmless here, before any colour.
struct Cell {
  let text: String
  let style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = Visible.line(text)
    self.style = style
  }
}

/// Text from strangers as a terminal may show it: nothing in it moves the cursor, colours the screen
/// or turns the direction of reading.
enum Visible {
  /// For one line: line ends are made visible as well.
  static func line(_ text: String) -> String { make(text, keepingLines: false) }

  /// For a body: line ends and tabs stay.
  static func body(_ text: String) -> String { make(text, keepingLines: true) }

  private static func make(_ text: String, keepingLines: Bool) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isHarmful(scalar) || keepingLines && (scalar == "\n" || scalar == "\t") {
        visible.append(scalar)
      } else {
        visible.append(contentsOf: replacement(scalar).unicodeScalars)
      }
    }
    return String(visible)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F..<0xA0: true
    // Marks, embeddings, overrides and isolates of direction; line and paragraph separators.
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// `^[` for ESC as terminals echo it, `<U+202E>` for the others.
  private static func replacement(_ scalar: Unicode.Scalar) -> String {
    if scalar.value < 0x20 {
      return "^" + String(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    }
    if scalar.value == 0x7F { return "^?" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
  }
}
