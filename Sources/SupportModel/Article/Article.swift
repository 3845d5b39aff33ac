/// An article of the knowledge base: Markdown under a small header, in `kb/LANGUAGE/SLUG.md`.
///
///     ---
///     title: Reset your password
///     status: published
///     category: account/sign-in
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
  /// The names from the top of the tree of categories down, with `/` between them.
  package var category: String?
  package var tags: [String]
  package var author: String?
  /// One line that says what the article is good for.
  package var excerpt: String?
  /// What search engines show of it, where that is not the excerpt.
  package var metaDescription: String?
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

  /// What events call it: `en/reset-password`.
  package var key: RecordKey { RecordKey(.article, "\(language)/\(slug)") }

  /// Lower-case letters, digits and single `-`: a file name, and a part of an address.
  package static func isLegal(slug: String) -> Bool {
    let parts = slug.split(separator: "-", omittingEmptySubsequences: false)
    return slug.utf8.count <= 100
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      }
  }

  /// A language tag such as `en` or `pt-br`.
  package static func isLegal(language: String) -> Bool {
    (2...20).contains(language.utf8.count)
      && language.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// The languages in which an article is looked for, best first: the one that was asked for, also
  /// without its region, then the desk's, then the others.
  package static func languages(
    _ all: [String], asked: String?, desk: String
  ) -> [String] {
    let region = asked.flatMap { $0.split(separator: "-").first }.map(String.init)
    let wanted = [asked, region, desk].compactMap { $0 } + all
    return wanted.enumerated().filter { place, language in
      all.contains(language) && !wanted[..<place].contains(language)
    }.map(\.element)
  }

  /// What a page about it says in a line: the description, the excerpt, or how it begins.
  package var summary: String {
    metaDescription ?? excerpt ?? Markdown(body).opening(length: 160)
  }

  /// The headings of the body, which count more in a search than its text.
  package var headings: [String] { Markdown(body).headings.map(\.text) }

  /// The body without the heading that says the title once more, as most begin.
  package var content: [MarkdownBlock] {
    let blocks = Markdown(body).blocks
    guard case .heading(1, let heading) = blocks.first, heading.plainText == title else {
      return blocks
    }
    return Array(blocks.dropFirst())
  }
}
