import SupportModel

/// New values for an article; what is nil stays as it is.
package struct ArticleEdit: Hashable, Sendable {
  package var title: String?
  package var body: String?
  package var category: String?
  package var addTags: [String] = []
  package var removeTags: [String] = []
  package var excerpt: String?
  package var metaDescription: String?
  package var status: Article.Status?

  package init() {}

  func apply(to article: inout Article, _ limits: Limits) throws {
    if let title { article.title = oneLine(title) }
    if let body { article.body = try TextRules.article(body, limits) }
    if let category { article.category = try path(category) }
    if let excerpt { article.excerpt = excerpt.isEmpty ? nil : oneLine(excerpt) }
    if let metaDescription {
      article.metaDescription = metaDescription.isEmpty ? nil : oneLine(metaDescription)
    }
    if let status { article.status = status }
    for tag in try addTags.map(TextRules.tag) where !article.tags.contains(tag) {
      article.tags.append(tag)
    }
    let gone = removeTags.map { $0.lowercased() }
    article.tags.removeAll { gone.contains($0.lowercased()) }
  }

  private func path(_ category: String) throws -> String? {
    guard !category.isEmpty else { return nil }
    guard let path = ArticleCategory.path(category) else {
      throw Refusal.invalid(
        field: "category", value: category, expected: ArticleCategory.expected)
    }
    return path
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
