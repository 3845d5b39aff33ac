extension Article {
  package static let keys = [
    "title", "status", "category", "tags", "author", "excerpt", "description", "created_at",
    "updated_at", "published_at",
  ]

  /// Reads an article's file. A mistake in the header is an error with its line.
  package init(language: String, slug: String, file: String, text: String) throws(SettingsError) {
    let found = try HeaderedText(text, file: file, what: "an article")
    self.init(language: language, slug: slug, title: "", body: found.body)
    for (line, key, value) in found.fields {
      if let reason = set(key, value) {
        throw SettingsError(file: file, line: line, field: key, reason: reason)
      }
    }
    guard !title.isEmpty else {
      throw SettingsError(file: file, line: 1, field: "title", reason: "the title is missing")
    }
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
    return HeaderedText.text(fields, body: body)
  }
}
