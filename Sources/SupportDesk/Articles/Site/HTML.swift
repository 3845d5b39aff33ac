import SupportModel

/// Writes HTML: what is text stays text, whatever is in it.
enum HTML {
  /// Text between tags or in an attribute. What HTML knows no characters for, and what would turn the
  /// direction of reading of the page around it, is replaced.
  static func text(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      default: escaped.append(isHarmful(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(escaped)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F..<0xA0: true
    case 0x202A...0x202E, 0x2066...0x2069: true
    case 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// A link to another page of the site, by its path from this one.
  static func link(_ address: String, _ label: String) -> String {
    "<a href=\"\(text(address))\">\(text(label))</a>"
  }

  /// A name for a place in a page: letters and digits of any script, with `-` between words.
  static func anchor(_ title: String) -> String {
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "section" : words.joined(separator: "-")
  }
}
