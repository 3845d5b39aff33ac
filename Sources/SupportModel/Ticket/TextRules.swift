/// What a text must be like to be taken. Nothing is ever cut.
package enum TextRules {
  /// A subject is one line: runs of white space become one space.
  static func subject(_ text: String, _ limits: Limits) throws(Refusal) -> String {
    try line(text, field: "subject", limits)
  }

  /// One line, as long as a subject may be.
  static func line(_ text: String, field: String, _ limits: Limits) throws(Refusal) -> String {
    if isPlainLine(text), text.utf8.count <= limits.subjectLength { return text }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !line.isEmpty else { throw .empty(field: field) }
    try refuseNul(line, field: field)
    guard line.count <= limits.subjectLength else {
      throw .tooLong(
        field: field, limit: limits.subjectLength, actual: line.count, unit: "characters")
    }
    // A character can be built of any number of marks.
    let most = 8 * limits.subjectLength
    guard line.utf8.count <= most else {
      throw .tooLong(field: field, limit: most, actual: line.utf8.count, unit: "bytes")
    }
    return line
  }

  /// Whether a text is printable ASCII with single spaces between its words, as most are: to look at
  /// characters is slow.
  static func isPlainLine(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }

  /// A message keeps its inner form; line ends become `\n` and empty lines at its ends go.
  static func message(_ text: String, _ limits: Limits) throws(Refusal) -> String {
    try size(text, limits)
    let body = withoutOuterEmptyLines(withLineFeeds(text))
    guard !body.isEmpty else { throw .empty(field: "message") }
    try refuseNul(body, field: "message")
    return body
  }

  /// Refuses a message that is longer than the desk takes.
  static func size(_ text: String, _ limits: Limits) throws(Refusal) {
    let size = text.utf8.count
    guard size <= limits.messageSize else {
      throw .tooLong(field: "message", limit: limits.messageSize, actual: size, unit: "bytes")
    }
  }

  /// A name or other text of one line, of a subject's length at most; nil where nothing is in it.
  static func line(
    _ text: String, _ field: String, _ limits: Limits
  ) throws(Refusal) -> String? {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    try refuseNul(line, field: field)
    guard line.count <= limits.subjectLength, line.utf8.count <= 8 * limits.subjectLength else {
      throw .tooLong(
        field: field, limit: limits.subjectLength, actual: line.count, unit: "characters")
    }
    return line.isEmpty ? nil : line
  }

  /// Why something was done: a line, of a subject's length at most; nil where nothing is said.
  static func reason(_ text: String?, _ limits: Limits) throws(Refusal) -> JSON? {
    guard let text else { return nil }
    return try line(text, "reason", limits).map(JSON.string)
  }

  /// The name that people read of an agent, a team or a category: one line, empty for none.
  package static func name(_ text: String) throws(Refusal) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    try refuseNul(line, field: "name")
    guard line.utf8.count <= longestName else {
      throw .tooLong(field: "name", limit: longestName, actual: line.utf8.count, unit: "bytes")
    }
    return line
  }

  private static let longestName = 500

  /// A code without parts: what can be one member of a document.
  static func word(_ text: String, field: String) throws(Refusal) -> String {
    let isCode = (try? code(text, field: field)) != nil
    guard isCode, !text.contains("/") else {
      throw .invalid(field: field, value: text, expected: "lower-case letters, digits, - _")
    }
    return text
  }

  /// The text of an article, or of a template: of a message's size at most, with `\n` for line ends.
  package static func article(
    _ text: String, field: String = "article", _ limits: Limits
  ) throws(Refusal) -> String {
    let size = text.utf8.count
    guard size <= limits.messageSize else {
      throw .tooLong(field: field, limit: limits.messageSize, actual: size, unit: "bytes")
    }
    try refuseNul(text, field: field)
    return withLineFeeds(text)
  }

  package static func tag(_ text: String) throws(Refusal) -> String {
    let tag = text.lowercased()
    let fits = tag.unicodeScalars.allSatisfy { scalar in
      "a"..."z" ~= scalar || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-_./".unicodeScalars.contains(scalar)
    }
    guard fits, !tag.isEmpty, !tag.hasPrefix("-"), tag.count <= 50 else {
      throw .invalid(field: "tag", value: text, expected: "letters, digits, - _ . / (at most 50)")
    }
    return tag
  }

  /// A name such as a category's or a custom field's: a path of words in lower case.
  static func code(_ text: String, field: String) throws(Refusal) -> String {
    let fits = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-_/".utf8.contains(byte)
    }
    guard fits, !text.isEmpty, text.utf8.count <= 100, !text.hasPrefix("/"), !text.hasSuffix("/"),
      !text.hasPrefix("-")
    else {
      throw .invalid(field: field, value: text, expected: "lower-case letters, digits, - _ /")
    }
    return text
  }

  static func refuseNul(_ text: String, field: String) throws(Refusal) {
    guard !text.utf8.contains(0) else { throw .holdsNUL(field: field) }
  }

  private static func withLineFeeds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    return text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }.reduce(into: "") { $0.append($1) }
  }

  private static func withoutOuterEmptyLines(_ text: String) -> String {
    // Most texts begin and end with a word, and have no such line.
    let printable: Range<UInt8> = 0x21..<0x7F
    if let first = text.utf8.first, let last = text.utf8.last, printable.contains(first),
      printable.contains(last)
    {
      return text
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
    guard let first = lines.firstIndex(where: { !isBlank($0) }),
      let last = lines.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}
