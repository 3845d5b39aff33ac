import Testing

@testable import SupportDesk

@Suite struct DemoArticlesTests {
  static let keys = ["title", "status", "category", "tags", "author", "excerpt"]

  @Test("fourteen articles in English, two of them drafts, and one in German")
  func counts() {
    let english = DemoArticles.all.filter { $0.language == "en" }
    #expect(english.count == 14)
    #expect(english.count { $0.text.contains("\nstatus: draft\n") } == 2)
    #expect(english.count { $0.text.contains("\nstatus: published\n") } == 12)
    #expect(DemoArticles.all.count { $0.language == "de" } == 1)
    #expect(Set(DemoArticles.all.map(\.path)).count == DemoArticles.all.count)
  }

  @Test("a header, then a heading, then a page that one can read", arguments: DemoArticles.all)
  func shape(article: DemoArticle) throws {
    let lines = article.text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = try #require(lines.dropFirst().firstIndex(of: "---"))
    let header = Dictionary(
      uniqueKeysWithValues: lines[1..<end].map { line in
        (String(line.prefix { $0 != ":" }), line.drop { $0 != ":" }.dropFirst(2))
      })
    #expect(lines.first == "---")
    #expect(lines[1..<end].map { String($0.prefix { $0 != ":" }) } == Self.keys)
    #expect(DemoCompany.categories.contains(String(try #require(header["category"]))))
    #expect(DemoPerson.all.map(\.handle).contains(String(try #require(header["author"]))))
    #expect(lines[end + 2] == "# \(try #require(header["title"]))")
    let words = lines[(end + 1)...].joined(separator: " ").split(separator: " ").count
    #expect(150...400 ~= words, "\(article.slug): \(words) words")
  }

  @Test("links between articles lead somewhere", arguments: DemoArticles.all)
  func links(article: DemoArticle) {
    let known = Set(DemoArticles.all.filter { $0.language == article.language }.map(\.slug))
    for link in article.text.split(separator: "](").dropFirst() {
      let target = String(link.prefix { $0 != ")" })
      if target.hasSuffix(".md") {
        #expect(known.contains(String(target.dropLast(3))), "\(article.slug): \(target)")
      } else {
        #expect(target.hasPrefix("https://gruffbadger.example/"), "\(article.slug): \(target)")
      }
    }
  }
}
