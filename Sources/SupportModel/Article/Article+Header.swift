extension Article {
  package static let keys = [
    "title", "status", "category", "tags", "author", "excerpt", "description", "created_at",
    "updated_at", "published_at",
  ]

  /// Reads an article's file. A mistake in the header is an error with its line.
  package init(language: String, slug: String, file: String, text: String) throws(SettingsError) {
    let lines = Self.lines(of: text)
    func error(_ line: Int, _ field: String, _ reason: String) -> SettingsError {
      SettingsError(file: file, line: line, field: field, reason: reason)
    }
    guard lines.first == "---" else {
      throw error(1, "", "an article begins with a header between two lines of ---")
    }
    guard let end = lines.dropFirst().firstIndex(of: "---") else {
      throw error(1, "", "the header is not closed by a line of ---")
    }
    let body = lines[(end + 1)...].drop { $0.isEmpty }.joined(separator: "\n")
    self.init(language: language, slug: slug, title: "", body: body)
    var seen: Set<String> = []
    for (number, line) in zip(2..., lines[1..<end]) where !line.isEmpty {
      guard let colon = line.firstIndex(of: ":") else {
        throw error(number, "", "\"\(line)\" is not \"key: value\"")
      }
      let key = trimmed(line[..<colon])
      guard seen.insert(key).inserted else { throw error(number, key, "the field stands twice") }
      if let reason = set(key, trimmed(line[line.index(after: colon)...])) {
        throw error(number, key, reason)
      }
    }
    guard !title.isEmpty else { throw error(1, "title", "the title is missing") }
  }

  /// Takes one field of the header; returns what is wrong with it.
  private mutating func set(_ key: String, _ value: String) -> String? {
    let optional = value.isEmpty ? nil : value
    switch key {
    case "title": title = value
    case "status":
      guard let status = Status(rawValue: value) else {
        return "\"\(value)\" is not draft, published or archived"
      }
      self.status = status
    case "category":
      category = optional.flatMap(ArticleCategory.path)
      if optional != nil, category == nil {
        return "\"\(value)\" is no category: expected \(ArticleCategory.expected)"
      }
    case "tags": tags = value.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    case "author": author = optional
    case "excerpt": excerpt = optional
    case "description": metaDescription = optional
    case "created_at", "updated_at", "published_at":
      guard let time = Instant(value) else { return "\"\(value)\" is not a time" }
      set(key, time)
    default: return "unknown field; an article has \(Self.keys.joined(separator: ", "))"
    }
    return nil
  }

  private mutating func set(_ key: String, _ time: Instant) {
    switch key {
    case "created_at": createdAt = time
    case "updated_at": updatedAt = time
    default: publishedAt = time
    }
  }

  /// The text of the article's file.
  package var text: String {
    let fields: [(String, String?)] = [
      ("title", title), ("status", status.rawValue), ("category", category),
      ("tags", tags.isEmpty ? nil : tags.joined(separator: ", ")), ("author", author),
      ("excerpt", excerpt), ("description", metaDescription),
      ("created_at", createdAt?.description), ("updated_at", updatedAt?.description),
      ("published_at", publishedAt?.description),
    ]
    let header = fields.compactMap { key, value in value.map { "\(key): \($0)\n" } }.joined()
    let ending = body.isEmpty || body.hasSuffix("\n") ? "" : "\n"
    return "---\n\(header)---\n\n\(body)\(ending)"
  }

  /// "\r\n" is one character in Swift, and not the one that "\n" is.
  static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}
