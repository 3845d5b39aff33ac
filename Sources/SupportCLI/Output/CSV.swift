import SupportModel

/// Comma-separated values as RFC 4180 has them, but for the line ends, which are those of the
/// other tools of a pipe: a newline alone.
enum CSV {
  static func line(_ values: [String]) -> String {
    values.map(quoted).joined(separator: ",") + "\n"
  }

  /// A value in quotes where it would not be one without: `"a ""b"", c"`.
  private static func quoted(_ value: String) -> String {
    let needsQuotes = value.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return value }
    return "\""
      + value.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// The value of a member: texts and numbers as they are, lists with spaces between, nothing for
  /// what is absent.
  static func value(_ json: JSON?) -> String {
    switch json {
    case .string(let text): text
    case .integer, .number, .bool: json?.compact ?? ""
    case .array(let elements): elements.map { value($0) }.joined(separator: " ")
    case .object, .null, nil: ""
    }
  }
}
