/// Fills templates: what comes of them is text, in which nothing is filled again, whatever stands in
/// a customer's name.
package struct TemplateRenderer {
  /// Finds a template by its name; nil where there is none.
  package typealias Find = (_ name: String) throws -> Template?

  /// How often templates are included, at the most: two that include two that include two grow fast.
  static let mostIncludes = 1000

  private let values: TemplateValues
  /// The language to prefer.
  private let language: String?
  private let find: Find
  private var gaps: [TemplateError.Gap] = []
  /// The variables of which a value was asked for.
  private var used: Set<String> = []
  private var includes = 0
  /// What is being filled, from the outside in.
  private var chain: [String] = []

  package init(_ values: TemplateValues, language: String?, find: @escaping Find) {
    (self.values, self.language, self.find) = (values, language, find)
  }

  /// A template by its name, in the preferred language where it is there in that.
  package func template(_ name: String) throws -> Template? {
    if let language {
      let region = language.split(separator: "-").first.map(String.init)
      for tag in [language, region].compactMap(\.self) {
        if let found = try find(Template.name(name, in: tag)), found.isActive { return found }
      }
    }
    return try find(name)
  }

  /// The bodies of templates, one below the other. Throws what is missing all at once.
  package mutating func body(_ templates: [Template]) throws -> String {
    let bodies = try templates.map { try trimmedLines(fill($0.body, of: $0, line: $0.lines.body)) }
    try requireAllUsed(by: templates)
    try requireNoGaps()
    return bodies.joined(separator: "\n\n")
  }

  /// The subject of a template.
  package mutating func subject(_ template: Template) throws -> String? {
    guard let subject = template.subject else { return nil }
    let text = try fill(subject, of: template, line: template.lines.subject)
    try requireNoGaps()
    return text
  }

  /// Refuses values of the writer's own that no template has a place for: they are mistyped.
  private func requireAllUsed(by templates: [Template]) throws {
    // A subject is filled by itself, where anybody wants it.
    let used = used.union(templates.flatMap(\.subjectVariables))
    if let name = values.own.keys.sorted().first(where: { !used.contains($0) }) {
      throw TemplateError.unused(name: name, used: used.sorted())
    }
  }

  private mutating func requireNoGaps() throws {
    defer { gaps = [] }
    if !gaps.isEmpty { throw TemplateError.missing(gaps) }
  }

  private mutating func fill(_ text: String, of template: Template, line: Int) throws -> String {
    guard !chain.contains(template.name) else {
      throw TemplateError.cycle(chain.drop { $0 != template.name } + [template.name])
    }
    chain.append(template.name)
    defer { chain.removeLast() }
    var filled = ""
    for piece in try TemplateText(text, of: template.name, line: line).pieces {
      switch piece {
      case .text(let text): filled += text
      case .variable(let name, let fallback, let line):
        filled += try value(name, fallback, .init(template: template.name, line: line))
      case .include(let name, let line):
        filled += try included(name, .init(template: template.name, line: line))
      }
      let limit = values.settings.limits.messageSize
      guard filled.utf8.count <= limit else {
        throw TemplateError.tooLong(template: template.name, limit: limit)
      }
    }
    return filled
  }

  private mutating func value(
    _ name: String, _ fallback: String?, _ place: TemplateError.Place
  ) throws -> String {
    used.insert(name)
    guard values.isKnown(name) else {
      throw TemplateError.unknownVariable(place, name: name, known: values.names)
    }
    if let value = values.value(name) ?? fallback { return value }
    let gap = TemplateError.Gap(place: place, name: name)
    if !gaps.contains(gap) { gaps.append(gap) }
    return ""
  }

  private mutating func included(
    _ name: String, _ place: TemplateError.Place
  ) throws -> String {
    includes += 1
    guard includes <= Self.mostIncludes else {
      let limit = values.settings.limits.messageSize
      throw TemplateError.tooLong(template: place.template, limit: limit)
    }
    guard let other = try template(name) else {
      throw TemplateError.unknownInclude(place, name: name, known: [])
    }
    return trimmedLines(try fill(other.body, of: other, line: other.lines.body))
  }

  /// The text without empty lines at its ends.
  private func trimmedLines(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isNewline { text = text.dropLast() }
    while let first = text.first, first.isNewline { text = text.dropFirst() }
    return String(text)
  }
}
