/// A text file under a small header, as articles and templates are:
///
///     ---
///     title: Reset your password
///     tags: password, account
///     ---
///
///     The text itself.
struct HeaderedText {
  /// The fields as they stand, each with its line, counted from 1.
  private(set) var fields: [(line: Int, key: String, value: String)] = []
  let body: String
  /// The line of the file that the body begins on.
  let bodyLine: Int

  /// `what` is what the file holds, with its article: "an article".
  init(_ text: String, file: String, what: String) throws(SettingsError) {
    let lines = Self.lines(of: text)
    func error(_ line: Int, _ field: String, _ reason: String) -> SettingsError {
      SettingsError(file: file, line: line, field: field, reason: reason)
    }
    guard lines.first == "---" else {
      throw error(1, "", "\(what) begins with a header between two lines of ---")
    }
    guard let end = lines.dropFirst().firstIndex(of: "---") else {
      throw error(1, "", "the header is not closed by a line of ---")
    }
    let below = lines[(end + 1)...].drop { $0.isEmpty }
    (body, bodyLine) = (below.joined(separator: "\n"), below.startIndex + 1)
    var seen: Set<String> = []
    for (number, line) in zip(2..., lines[1..<end]) where !line.isEmpty {
      guard let colon = line.firstIndex(of: ":") else {
        throw error(number, "", "\"\(line)\" is not \"key: value\"")
      }
      let key = trimmed(line[..<colon])
      guard seen.insert(key).inserted else { throw error(number, key, "the field stands twice") }
      fields.append((number, key, trimmed(line[line.index(after: colon)...])))
    }
  }

  /// The text of such a file; fields without a value are left out.
  static func text(_ fields: [(String, String?)], body: String) -> String {
    let header = fields.compactMap { key, value in value.map { "\(key): \($0)\n" } }.joined()
    let ending = body.isEmpty || body.hasSuffix("\n") ? "" : "\n"
    return "---\n\(header)---\n\n\(body)\(ending)"
  }

  /// "\r\n" is one character in Swift, and not the one that "\n" is.
  static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}
