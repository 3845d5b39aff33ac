/// An article of the knowledge base: Markdown under a small header, in `kb/LANGUAGE/SLUG.md`.
///
///     ---
///     title: Reset your password
///     status: published
///     tags: password, account
///     ---
///
///     # Reset your password
package struct Article: Hashable, Sendable {
  package enum Status: String, Sendable, CaseIterable { case draft, published, archived }

  package var language: String
  package var slug: String
  package var title: String
  package var status: Status
  package var category: String?
  package var tags: [String]
  package var author: String?
  package var excerpt: String?
  package var createdAt: Instant?
  package var updatedAt: Instant?
  package var publishedAt: Instant?
  /// The Markdown below the header.
  package var body: String

  package init(language: String, slug: String, title: String, body: String) {
    (self.language, self.slug, self.title, self.body) = (language, slug, title, body)
    status = .draft
    tags = []
  }

  package var key: RecordKey { RecordKey(.article, "\(language)/\(slug)") }

  package static let keys = [
    "title", "status", "category", "tags", "author", "excerpt", "created_at", "updated_at",
    "published_at",
  ]

  /// Lower-case letters, digits and single `-`: a file name, and a part of an address.
  package static func isLegal(slug: String) -> Bool {
    let parts = slug.split(separator: "-", omittingEmptySubsequences: false)
    return slug.utf8.count <= 100
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      }
  }
}

extension Article {
  /// Reads an article's file. A mistake in the header is an error with its line.
  package init(language: String, slug: String, file: String, text: String) throws(SettingsError) {
    let lines = linesOf(text)
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
    switch key {
    case "title": title = value
    case "status":
      guard let status = Status(rawValue: value) else {
        return "\"\(value)\" is not draft, published or archived"
      }
      self.status = status
    case "category": category = value.isEmpty ? nil : value
    case "tags": tags = value.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    case "author": author = value.isEmpty ? nil : value
    case "excerpt": excerpt = value.isEmpty ? nil : value
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
      ("excerpt", excerpt), ("created_at", createdAt?.description),
      ("updated_at", updatedAt?.description), ("published_at", publishedAt?.description),
    ]
    let header = fields.compactMap { key, value in value.map { "\(key): \($0)\n" } }.joined()
    let ending = body.isEmpty || body.hasSuffix("\n") ? "" : "\n"
    return "---\n\(header)---\n\n\(body)\(ending)"
  }

  /// The headings of the body, which count more in a search than its text.
  package var headings: [String] {
    linesOf(body).filter { $0.hasPrefix("#") }.map { trimmed($0.drop { $0 == "#" }) }
  }

  package var json: JSONObject {
    var object = JSONObject([
      ("slug", .string(slug)), ("language", .string(language)), ("title", .string(title)),
      ("status", .string(status.rawValue)),
    ])
    object["category"] = category.map(JSON.string)
    object["tags"] = .array(tags.map(JSON.string))
    object["author"] = author.map(JSON.string)
    object["excerpt"] = excerpt.map(JSON.string)
    object["created_at"] = (createdAt?.description).map(JSON.string)
    object["updated_at"] = (updatedAt?.description).map(JSON.string)
    object["published_at"] = (publishedAt?.description).map(JSON.string)
    object["body"] = .string(body)
    return object
  }
}

/// The lines of a text. "\r\n" is one character in Swift, and not the one that "\n" is.
private func linesOf(_ text: String) -> [Substring] {
  text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
}
