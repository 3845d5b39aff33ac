/// An answer that is written once and sent often: `templates/NAME.md`, Markdown under a small header.
///
///     ---
///     title: Money back
///     categories: billing
///     ---
///
///     Hello {{customer.first_name|there}},
///
///     {{amount}} is on its way to you.
///
///     {{> goodbye}}
package struct Template: Hashable, Sendable {
  package var name: String
  /// What agents read in a list.
  package var title: String
  /// The subject of a ticket that is opened with it; may have variables.
  package var subject: String?
  /// The paths of categories whose tickets it is for, with those below them; none for all.
  package var categories: [String] = []
  /// The language it is written in, as a tag.
  package var language: String?
  /// Whether it is used by itself; others may include it anyway.
  package var isActive = true
  package var author: String?
  package var createdAt: Instant?
  package var updatedAt: Instant?
  package var body: String
  /// The lines of the file that these begin on.
  package private(set) var lines = (body: 1, subject: 1, categories: 1)

  package init(name: String, title: String, body: String) {
    (self.name, self.title, self.body) = (name, title, body)
  }

  package var key: RecordKey { RecordKey(.template, name) }

  /// A file name on every system; `NAME.LANGUAGE` is NAME in another language.
  package static func isLegal(name: String) -> Bool { Agent.isLegal(handle: name) }

  package static let expectedName = "lower-case letters, digits, - _ . (at most 40)"

  /// The name of this one, or of the one that it is a translation of, in a language.
  package static func name(_ name: String, in language: String) -> String { "\(name).\(language)" }

  /// Whether it may be used for a ticket of a category.
  package func fits(_ category: String?) -> Bool {
    categories.isEmpty
      || categories.contains { top in
        category.map { Category.isWithin($0, top) } ?? false
      }
  }

  package static func == (left: Template, right: Template) -> Bool {
    left.name == right.name && left.text == right.text
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(text)
  }
}

// MARK: The file

extension Template {
  package static let keys = [
    "title", "subject", "categories", "language", "active", "author", "created_at", "updated_at",
  ]

  /// Reads a template's file. A mistake in the header is an error with its line; what is wrong with
  /// the variables is for `lint`, and for whoever uses it.
  package init(name: String, file: String, text: String) throws(SettingsError) {
    let found = try HeaderedText(text, file: file, what: "a template")
    self.init(name: name, title: "", body: found.body)
    lines.body = found.bodyLine
    for (line, key, value) in found.fields {
      if let reason = set(key, value) {
        throw SettingsError(
          file: file, line: line, field: key, reason: reason,
          known: Self.keys.contains(key) ? [] : Self.keys)
      }
      if key == "subject" { lines.subject = line }
      if key == "categories" { lines.categories = line }
    }
    if title.isEmpty { title = name }
  }

  /// Takes one field of the header; returns what is wrong with it.
  private mutating func set(_ key: String, _ value: String) -> String? {
    let optional = value.isEmpty ? nil : value
    switch key {
    case "title": title = value
    case "subject": subject = optional
    case "categories":
      categories = value.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
      if let word = categories.first(where: { !Category.isLegal(path: $0) }) {
        return "\"\(word)\" is no category"
      }
    case "language":
      guard optional.map(Article.isLegal(language:)) ?? true else {
        return "\"\(value)\" is no tag such as en or pt-br"
      }
      language = optional
    case "active":
      guard ["true", "false"].contains(value) else { return "\"\(value)\" is not true or false" }
      isActive = value == "true"
    case "author": author = optional
    case "created_at", "updated_at":
      guard let time = Instant(value) else { return "\"\(value)\" is not a time" }
      if key == "created_at" { createdAt = time } else { updatedAt = time }
    default: return "unknown field"
    }
    return nil
  }

  /// The text of the template's file.
  package var text: String {
    HeaderedText.text(
      [
        ("title", title), ("subject", subject),
        ("categories", categories.isEmpty ? nil : categories.joined(separator: ", ")),
        ("language", language), ("active", isActive ? nil : "false"), ("author", author),
        ("created_at", createdAt?.description), ("updated_at", updatedAt?.description),
      ], body: body)
  }
}
