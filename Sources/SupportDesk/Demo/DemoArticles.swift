/// One help article of the sample desk, as it will lie in its knowledge base.
package struct DemoArticle: Hashable, Sendable {
  package var slug: String
  package var language = "en"
  /// The whole file: a header between `---` lines, then Markdown.
  package var text: String

  /// Where the article belongs in a desk.
  package var path: String { "kb/\(language)/\(slug).md" }
}

/// The help articles of the sample desk.
package enum DemoArticles {
  package static let all = [
    pairing, pairingInGerman, wifi, settings, cleaning, calibration, localAPI,
    errorCodes, startWithoutNetwork, warranty, tracking, returns, forage, signIn, erasure,
  ]
}
