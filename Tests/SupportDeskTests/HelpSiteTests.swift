import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

struct HelpSiteTests {
  private func article(
    _ slug: String, _ title: String, in language: String = "en", category: String? = nil,
    _ body: String = "Text."
  ) -> Article {
    var article = Article(language: language, slug: slug, title: title, body: body)
    (article.status, article.category) = (.published, category)
    article.publishedAt = Instant(CivilDate(year: 2026, month: 11, day: 20))
    return article
  }

  private func site(_ articles: [Article]) -> HelpSite {
    HelpSite(articles, name: "Lamps & more", language: "en")
  }

  private func page(_ path: String, of site: HelpSite) throws -> String {
    try #require(site.files.first { $0.path == path }, "\(path) is missing").text
  }

  /// What nobody should write, where it hurts.
  private static let hostile =
    "</title></script><script>alert(1)</script>\" onload=\"x' \u{202E}\u{7}"

  private var hostileSite: HelpSite {
    let body = """
      # \(Self.hostile)

      \(Self.hostile) <img src=x onerror=alert(1)> <!-- x --> &#x1; &lt;b&gt;

      [a](javascript:alert(1)) [b](<JAVASCRIPT:alert(1)>) ![c](data:x) [d](x" onclick="y)

      ```"><script>
      </code></pre><script>
      ```

      | <th> | \(Self.hostile) |
      |---|:-:|
      | a | |

      1. a

         b
      2. c

      ##

      > > quote\\
      > > ~~out~~

      - [ ] task
      -
      """
    var article = article(
      "x", Self.hostile, category: "a/\(Self.hostile)".replacing("/", with: ""), body)
    (article.excerpt, article.metaDescription) = (Self.hostile, Self.hostile)
    article.tags = [Self.hostile]
    return site([
      article, self.article("index", "Index"), self.article("x", "X", in: "de"),
      self.article("y", "Y", in: "he", category: "x/y/z"),
      self.article("z", "Z", category: "X Y/Z"), self.article("w", "W", category: "x-y/z"),
    ])
  }

  @Test func `Every published article has a page in its language, and nothing else has`() {
    var draft = article("draft", "Secret draft")
    draft.status = .draft
    var archived = article("old", "Secret past")
    archived.status = .archived
    let files = site([
      article("a", "A", category: "one/two"), article("a", "A", in: "de"), draft, archived,
    ]).files
    #expect(
      files.map(\.path) == [
        "de/a/a.html", "de/articles.js", "de/index.html", "en/a/a.html", "en/articles.js",
        "en/c/one-two.html", "en/c/one.html", "en/index.html", "index.html", "search.js",
        "style.css",
      ])
    #expect(!files.contains { $0.text.contains("Secret") })
  }

  @Test func `The same articles make the same bytes, in whatever order they come`() {
    let articles = ["b", "a", "c"].map { article($0, "Same", category: "x/\($0)") }
    #expect(site(articles).files == site(articles.reversed()).files)
  }

  @Test func `Nothing that somebody wrote becomes markup`() {
    for file in hostileSite.files where file.path.hasSuffix(".html") {
      #expect(!file.text.contains("<script>"), "\(file.path)")
      #expect(!file.text.contains("<img src=x"), "\(file.path)")
      #expect(!file.text.lowercased().contains("=\"javascript:"), "\(file.path)")
      #expect(!file.text.contains("onload=\"x"), "\(file.path)")
      #expect(!file.text.contains("\u{202E}"), "\(file.path)")
    }
  }

  @Test func `Every link of the site leads to a page of it`() throws {
    let files = hostileSite.files
    let paths = Set(files.map(\.path))
    for file in files where file.path.hasSuffix(".html") {
      let folder = file.path.split(separator: "/").dropLast()
      for part in file.text.components(after: ["href=\"", "src=\""]) {
        let address = String(part.prefix { $0 != "\"" && $0 != "#" })
        // What the article itself says is its author's.
        guard !address.isEmpty, !address.hasPrefix("x%22") else { continue }
        var place = Array(folder)
        for name in address.split(separator: "/") {
          if name == ".." { place.removeLast() } else { place.append(name) }
        }
        #expect(paths.contains(place.joined(separator: "/")), "\(file.path) -> \(address)")
      }
    }
  }

  @Test func `Links between articles are those of their files, and drafts have none`() throws {
    var draft = article("draft", "D")
    draft.status = .draft
    let site = site([
      article(
        "a", "A", "[b](b.md#part) [de](../de/b.md) [d](draft.md) [w](https://x.org/y.md)"),
      article("b", "B"), article("b", "B", in: "de"), draft,
    ])
    let html = try page("en/a/a.html", of: site)
    #expect(
      html.contains(
        "<p><a href=\"../../en/a/b.html#part\">b</a> <a href=\"../../de/a/b.html\">de</a> d "
          + "<a href=\"https://x.org/y.md\">w</a></p>"))
  }

  @Test func `An article has its way, its headings below its title, and its other languages`()
    throws
  {
    let site = site([
      article("a", "A", category: "one/two", "# A\n\n# Part\n\n## Detail\n\n## Detail"),
      article("a", "A", in: "de"), article("b", "B", in: "fr"),
    ])
    let html = try page("en/a/a.html", of: site)
    #expect(html.contains("<h1>A</h1>"))
    #expect(html.contains("<h2 id=\"part\">Part</h2>"))
    #expect(html.contains("<h3 id=\"detail-2\">Detail</h3>"))
    #expect(html.contains("<a href=\"../c/one.html\">one</a>"))
    #expect(html.contains("<a href=\"../c/one-two.html\">two</a>"))
    #expect(html.contains("<a href=\"../../de/a/a.html\" lang=\"de\" hreflang=\"de\">Deutsch</a>"))
    #expect(html.contains("<a href=\"../../fr/index.html\" lang=\"fr\" hreflang=\"fr\">"))
    #expect(html.contains("<time datetime=\"2026-11-20\">2026-11-20</time>"))
  }

  @Test func `A desk without articles has a site that says so`() throws {
    let site = HelpSite([], name: "Lampen", language: "de")
    #expect(try page("index.html", of: site).contains("Es gibt noch keinen Artikel."))
  }

  @Test func `Pages pass a validator of HTML`() throws {
    guard let tidy = ChildProcess.find("tidy", path: Environment.current()["PATH"]) else {
      print("SKIPPED: no tidy on PATH, the pages of the help site were not validated")
      return
    }
    try withFolder { folder in
      for file in hostileSite.files where file.path.hasSuffix(".html") {
        let page = folder + "/page.html"
        try FileSystem.replace(page, with: Array(file.text.utf8))
        let status = try ChildProcess.run(tidy, ["-q", "-e", "--drop-empty-elements", "no", page])
        #expect(status == 0, "\(file.path)")
      }
    }
  }

  @Test func `A folder holds what was written last, and what others put there`() throws {
    try withFolder { folder in
      let site = SiteFolder(folder + "/site")
      #expect(try site.strangers() == [])
      try site.write([("a/x.html", [1]), ("c/d/y.html", [1]), ("b.html", [2])])
      #expect(try site.strangers() == [])
      try FileSystem.replace(folder + "/site/a/mine.txt", with: [3])
      try FileSystem.replace(folder + "/site/.git/HEAD", with: [4])
      #expect(try site.strangers() == ["a/mine.txt"])
      #expect(try site.leftovers(besides: ["b.html"]) == ["a/x.html", "c/d/y.html"])
      try site.write([("b.html", [5])])
      #expect(
        try FileSystem.names(in: folder + "/site").sorted() == [
          ".git", ".support-site", "a", "b.html",
        ])
      #expect(try FileSystem.read(folder + "/site/b.html") == [5])
      #expect(try FileSystem.readIfPresent(folder + "/site/a/x.html") == nil)
      #expect(try FileSystem.read(folder + "/site/a/mine.txt") == [3])
    }
  }

  @Test func `A list that somebody edited leads nowhere outside of the folder`() throws {
    try withFolder { folder in
      try FileSystem.replace(folder + "/keep", with: [1])
      try FileSystem.replace(
        folder + "/site/.support-site", with: Array("../keep\n\(folder)/keep\na/../../keep\n".utf8))
      #expect(try SiteFolder(folder + "/site").leftovers(besides: []) == [])
      try SiteFolder(folder + "/site").write([("b.html", [2])])
      #expect(try FileSystem.read(folder + "/keep") == [1])
    }
  }

  @Test func `A file is no folder`() throws {
    try withFolder { folder in
      try FileSystem.replace(folder + "/site", with: [1])
      #expect(throws: SiteError.noFolder(folder + "/site")) {
        try SiteFolder(folder + "/site").strangers()
      }
    }
  }

  private func withFolder(_ work: (String) throws -> Void) throws {
    var chance = Chance()
    let base = FileSystem.realPath("/tmp") ?? "/tmp"
    let folder = "\(base)/support-desk-tests-\(String(chance.next(), radix: 36))"
    defer { try? FileSystem.removeTree(folder) }
    try FileSystem.makeFolder(folder)
    try work(folder)
  }
}

extension String {
  /// The texts behind each of some marks.
  fileprivate func components(after marks: [String]) -> [Substring] {
    marks.flatMap { mark in
      var found: [Substring] = []
      var rest = self[...]
      while let range = rest.firstRange(of: mark) {
        rest = rest[range.upperBound...]
        found.append(rest)
      }
      return found
    }
  }
}
