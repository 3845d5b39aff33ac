import SupportModel

/// New values for a template; what is nil stays as it is, and an empty text removes.
package struct TemplateEdit: Hashable, Sendable {
  package var title: String?
  package var subject: String?
  package var addCategories: [String] = []
  package var removeCategories: [String] = []
  package var language: String?
  package var isActive: Bool?
  package var body: String?

  package init() {}

  func apply(to template: inout Template, _ limits: Limits) throws {
    if let title { template.title = oneLine(title) }
    if let subject { template.subject = subject.isEmpty ? nil : oneLine(subject) }
    if let typed = language {
      let language = typed.lowercased()
      guard language.isEmpty || Article.isLegal(language: language) else {
        throw Refusal.invalid(field: "language", value: typed, expected: "a tag such as en")
      }
      template.language = language.isEmpty ? nil : language
    }
    if let isActive { template.isActive = isActive }
    if let body { template.body = try TextRules.article(body, field: "template", limits) }
    for category in addCategories where !template.categories.contains(category) {
      guard Category.isLegal(path: category) else {
        throw Refusal.invalid(
          field: "category", value: category, expected: "lower-case letters, digits, - _ /")
      }
      template.categories.append(category)
    }
    template.categories.removeAll { removeCategories.contains($0) }
    if subject != nil || body != nil { try template.requireLegible() }
    guard !template.title.isEmpty else { throw Refusal.empty(field: "title") }
    guard !template.body.allSatisfy(\.isWhitespace) else { throw Refusal.empty(field: "template") }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
