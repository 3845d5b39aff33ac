/// Which articles are asked for; what is nil or empty asks for nothing.
package struct ArticleChoice: Hashable, Sendable {
  package var status: Article.Status?
  /// The category, or one above it.
  package var category: String?
  /// All of them.
  package var tags: [String] = []
  package var language: String?
  package var author: String?

  package init() {}

  package func takes(_ article: Article) -> Bool {
    let has = Set(article.tags.map { $0.lowercased() })
    return (status ?? article.status) == article.status
      && category.map { ArticleCategory.isWithin(article.category, $0) } ?? true
      && tags.allSatisfy { has.contains($0.lowercased()) }
      && (language ?? article.language) == article.language
      && author.map { $0.lowercased() == article.author?.lowercased() } ?? true
  }
}
