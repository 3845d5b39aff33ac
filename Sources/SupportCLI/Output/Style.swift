import SupportModel

/// The looks that a terminal can give a word, as SGR numbers (ECMA-48).
struct Style: Hashable {
  fileprivate let numbers: String

  static let plain = Style(numbers: "")
  static let bold = Style(numbers: "1")
  static let dim = Style(numbers: "2")
  static let red = Style(numbers: "31")
  static let green = Style(numbers: "32")
  static let yellow = Style(numbers: "33")
  static let blue = Style(numbers: "34")
  static let cyan = Style(numbers: "36")
  static let boldRed = Style(numbers: "1;31")

  func wrap(_ text: String, _ isColoured: Bool) -> String {
    guard isColoured, self != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(numbers)m\(text)\u{1B}[0m"
  }
}

extension Style {
  /// A colour that a desk has declared. Mixed ones are shown as the nearest of the 6 x 6 x 6 that
  /// terminals have besides the named.
  init(_ colour: Colour) {
    switch colour {
    case .named(.black): self.init(numbers: "30")
    case .named(.red): self = .red
    case .named(.green): self = .green
    case .named(.yellow): self = .yellow
    case .named(.blue): self = .blue
    case .named(.magenta): self.init(numbers: "35")
    case .named(.cyan): self = .cyan
    case .named(.white): self.init(numbers: "37")
    case .named(.grey): self = .dim
    case .mixed(let mixed):
      let levels = [mixed >> 16 & 0xFF, mixed >> 8 & 0xFF, mixed & 0xFF].map(Self.level)
      self.init(numbers: "38;5;\(16 + 36 * levels[0] + 6 * levels[1] + levels[2])")
    }
  }

  /// Which of the six levels 0, 95, 135, 175, 215 and 255 is nearest.
  private static func level(_ value: UInt32) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : Int(value - 35) / 40
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
