import Testing

@testable import SupportModel

struct ArticleTests {
  private func read(_ text: String) throws -> Article {
    try Article(language: "en", slug: "reset", file: "kb/en/reset.md", text: text)
  }

  @Test("An article reads as it was written")
  func roundTrip() throws {
    var article = Article(
      language: "en", slug: "reset", title: "Reset: how", body: "# Reset\n\nx\n")
    #expect(try read(article.text) == article)
    article.status = .published
    article.category = "account/login"
    article.tags = ["password", "two words"]
    article.author = "ada"
    article.excerpt = "In short: click."
    article.metaDescription = "How to reset a password."
    article.createdAt = sampleTime
    article.updatedAt = sampleTime + .day
    article.publishedAt = sampleTime + .day
    #expect(try read(article.text) == article)
  }

  @Test("An article that the system of another ends lines on reads the same")
  func carriageReturns() throws {
    let text = "---\ntitle: Reset\ntags: a, b\n---\n\n# Reset\n\nOne\nTwo\n"
    #expect(
      try read(
        text.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "\r\n")) == read(text))
  }

  @Test("What people write by hand is read")
  func byHand() throws {
    let article = try read("---\n\n title :  Reset  \ntags: a,, b ,\ncategory:\n---\nBody")
    #expect(article.title == "Reset")
    #expect(article.tags == ["a", "b"])
    #expect(article.category == nil)
    #expect(article.status == .draft)
    #expect(article.body == "Body")
  }

  @Test(
    "A mistake in the header is told with its line and field",
    arguments: [
      ("", 1, "", "an article begins with a header between two lines of ---"),
      ("# Reset", 1, "", "an article begins with a header between two lines of ---"),
      ("---\ntitle: x\n", 1, "", "the header is not closed by a line of ---"),
      ("---\nstatus: draft\n---\n", 1, "title", "the title is missing"),
      ("---\ntitle:\n---\n", 1, "title", "the title is missing"),
      ("---\ntitle: x\nstatus\n---\n", 3, "", "\"status\" is not \"key: value\""),
      (
        "---\ntitle: x\nstatus: done\n---\n", 3, "status",
        "\"done\" is not draft, published or archived"
      ),
      ("---\ntitle: x\n\ntitle: y\n---\n", 4, "title", "the field stands twice"),
      ("---\ntitle: x\ncreated_at: monday\n---\n", 3, "created_at", "\"monday\" is not a time"),
      (
        "---\ntitle: x\ncategory: a//b\n---\n", 3, "category",
        "\"a//b\" is no category: expected names with / between them, at most 8"
      ),
      (
        "---\ntitle: x\ntag: y\n---\n", 3, "tag",
        "unknown field; an article has " + Article.keys.joined(separator: ", ")
      ),
    ])
  func mistakes(text: String, line: Int, field: String, reason: String) {
    #expect(
      throws: SettingsError(file: "kb/en/reset.md", line: line, field: field, reason: reason)
    ) { try read(text) }
  }

  @Test("The headings are those of the body")
  func headings() throws {
    let article = try read(
      "---\ntitle: x\n---\n# One\ntext\r\n## Two *and* \r\n#no\n```\n# code\n```\n")
    #expect(article.headings == ["One", "Two and"])
  }

  @Test("A slug is a part of an address", arguments: ["a", "reset-password", "2fa", "a-1-b"])
  func slugs(slug: String) {
    #expect(Article.isLegal(slug: slug))
  }

  @Test(
    "Anything else is no slug",
    arguments: ["", "-", "a-", "-a", "a--b", "A", "a b", "a/b", "..", "a.b", "ä"])
  func notSlugs(slug: String) {
    #expect(!Article.isLegal(slug: slug))
  }
}
