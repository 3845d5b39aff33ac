/// Texts as a manual page's source wants them (groff_char(7), man(7)).
enum Roff {
  /// What must come out exactly as typed: every hyphen a minus, quotes as in ASCII.
  static func literal(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "-" ? "\\-" : escape($0) }.joined()
  }

  /// Running text: a hyphen between letters stays one, and what stands in backticks is bold.
  static func prose(_ text: String) -> String {
    codeSpans(of: text).map { $0.isCode ? bold($0.text) : plain($0.text) }.joined()
  }

  static func bold(_ text: String) -> String { "\\fB" + literal(text) + "\\fP" }

  static func italic(_ text: String) -> String { "\\fI" + literal(text) + "\\fP" }

  /// A text line, kept from being read as a request.
  static func line(_ escaped: String) -> String {
    escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// A macro's argument; a date is one whose hyphens are read by the macro itself.
  static func quoted(_ text: String, escapesHyphens: Bool = true) -> String {
    "\""
      + (escapesHyphens ? literal(text) : text).split(
        separator: "\"", omittingEmptySubsequences: false
      )
      .joined(separator: "\\(dq") + "\""
  }

  /// One unit of usage, its blanks made unbreakable and its last dots kept from ending a sentence.
  static func unit(_ parts: Synopsis.Unit) -> String {
    parts.map { part in
      switch part {
      case .literal(let text): bold(text)
      case .placeholder(let text): italic(text)
      case .mark(let text):
        literal(text).split(separator: " ", omittingEmptySubsequences: false)
          .joined(separator: "\\ ")
      }
    }.joined() + (parts.text.contains("...") ? "\\&" : "")
  }

  private static func plain(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.map { index in
      guard scalars[index] == "-" else { return escape(scalars[index]) }
      let neighbours = [index - 1, index + 1].filter(scalars.indices.contains)
      let isHyphen =
        neighbours.count == 2
        && neighbours.allSatisfy { scalars[$0].properties.isAlphabetic }
      return isHyphen ? "-" : "\\-"
    }.joined()
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": "\\e"
    case "'": "\\(aq"
    case "`": "\\(ga"
    case "^": "\\(ha"
    case "~": "\\(ti"
    case _ where scalar.value > 0x7E: "\\[u" + hexadecimal(scalar) + "]"
    default: String(scalar)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
