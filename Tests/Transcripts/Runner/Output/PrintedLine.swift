import Foundation

/// One line that a command printed.
struct PrintedLine: Equatable {
  let bytes: [UInt8]
  /// Whether a line feed ended it; only the last line of an output can lack one.
  let isEnded: Bool

  /// Cuts an output into its lines.
  static func lines(of output: [UInt8]) -> [PrintedLine] {
    let feed = UInt8(ascii: "\n")
    var pieces = output.split(separator: feed, omittingEmptySubsequences: false)
    let rest = pieces.popLast() ?? []
    let whole = pieces.map { PrintedLine(bytes: Array($0), isEnded: true) }
    return rest.isEmpty ? whole : whole + [PrintedLine(bytes: Array(rest), isEnded: false)]
  }

  /// The line as a transcript spells it: as it is where that is plain text, and otherwise with
  /// escapes and `(esc)` at the end. The path `hidden` differs from run to run and becomes
  /// `[..]`; `isBare` says that the line is where blank lines and `> ` would be misread.
  func spelled(hiding hidden: String? = nil, isBare: Bool = false) -> String {
    let text = String(validating: bytes, as: UTF8.self)
    var line = text ?? ""
    if text == nil || !Self.isPlain(line) || (isBare && (line.isEmpty || line.first == ">")) {
      line = escaped(text) + " (esc)"
    }
    if let hidden { line = line.replacingOccurrences(of: hidden, with: "[..]") }
    return isEnded ? line : line + " (no-eol)"
  }

  /// Whether the line reads back as itself.
  private static func isPlain(_ line: String) -> Bool {
    let looksTyped = ["$ ", "@ "].contains { line.hasPrefix($0) }
    let looksMarked = [" ", "\t", " (esc)", " (no-eol)"].contains { line.hasSuffix($0) }
    return !looksTyped && !looksMarked && line != "..." && Session.status(in: line) == nil
      && line.unicodeScalars.allSatisfy(isVisible)
  }

  /// Tabs count as visible: they separate the columns of most outputs.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar == "\t"
    case .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
    default: true
    }
  }

  /// Escapes what is not visible, and the first and the last character where they mislead.
  private func escaped(_ text: String?) -> String {
    guard let text else {
      return bytes.map { $0 < 0x7f && $0 >= 0x20 ? Self.plain($0) : Self.hex($0) }.joined()
    }
    let scalars = Array(text.unicodeScalars)
    return scalars.enumerated().map { index, scalar in
      let misleads =
        (index == 0 && "$@>.[".unicodeScalars.contains(scalar))
        || (index == scalars.count - 1 && " \t".unicodeScalars.contains(scalar))
      if misleads || !Self.isVisible(scalar) { return String(scalar).utf8.map(Self.hex).joined() }
      return scalar == "\\" ? "\\\\" : String(scalar)
    }.joined()
  }

  private static func plain(_ byte: UInt8) -> String {
    byte == UInt8(ascii: "\\") ? "\\\\" : String(UnicodeScalar(byte))
  }

  private static func hex(_ byte: UInt8) -> String {
    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
