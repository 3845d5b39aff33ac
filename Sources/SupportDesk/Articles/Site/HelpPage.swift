import SupportModel

/// Makes the pages of one language.
struct HelpPage {
  /// Where a page lies, and so how it finds the others.
  enum Place {
    case root, volume, leaf
  }

  private let site: HelpSite
  private let volume: HelpVolume
  private let words: HelpWords
  /// The ways from the page to the folders of the site and of its language.
  private let (toSite, toVolume): (String, String)

  /// So many articles of a category stand on the first page.
  private static let mostOnIndex = 8

  init(_ site: HelpSite, _ volume: HelpVolume, _ place: Place) {
    (self.site, self.volume, words) = (site, volume, volume.words)
    switch place {
    case .root: (toSite, toVolume) = ("", volume.language + "/")
    case .volume: (toSite, toVolume) = ("../", "")
    case .leaf: (toSite, toVolume) = ("../../", "../")
    }
  }

  /// The first page: each category with its first articles.
  func index() -> String {
    var html = "<h1>\(HTML.text(site.name))</h1>\n"
    let tops = volume.categories(below: nil)
    let others = volume.articles.filter { $0.category == nil }
    if volume.articles.isEmpty { html += "<p>\(HTML.text(words.empty))</p>\n" }
    html += "<div class=\"shelves\">\n"
    for top in tops {
      let title = HTML.link(toVolume + volume.path(top.path), top.name)
      html += shelf(title, volume.articles(in: top.path, withBelow: true), top)
    }
    if !others.isEmpty {
      html += shelf(HTML.text(tops.isEmpty ? words.articles : words.others), others)
    }
    html += "</div>\n"
    return page(title: site.name, description: site.name, html) { $0 + "/index.html" }
  }

  private func shelf(
    _ title: String, _ articles: [Article], _ category: ArticleCategory? = nil
  ) -> String {
    let shown = category == nil ? articles[...] : articles.prefix(Self.mostOnIndex)
    var html = "<section>\n<h2>\(title)</h2>\n\(list(Array(shown)))"
    if let category, shown.count < articles.count {
      let all = HTML.link(toVolume + volume.path(category.path), "\(words.all) (\(articles.count))")
      html += "<p class=\"more\">\(all)</p>\n"
    }
    return html + "</section>\n"
  }

  private func list(_ articles: [Article]) -> String {
    let items = articles.map { article in
      let excerpt = article.excerpt.map { " <span>\(HTML.text($0))</span>" } ?? ""
      return "<li>\(HTML.link(toVolume + volume.path(article), article.title))\(excerpt)</li>\n"
    }
    return "<ul class=\"articles\">\n\(items.joined())</ul>\n"
  }

  /// A category: its articles, then those of each category below it.
  func category(_ category: ArticleCategory) -> String {
    var html = trail(to: category.path, isOpen: false)
    html += "<h1>\(HTML.text(category.name))</h1>\n"
    let own = volume.articles(in: category.path, withBelow: false)
    if !own.isEmpty { html += list(own) }
    for lower in volume.categories(below: category.path) {
      let articles = volume.articles(in: lower.path, withBelow: true)
      let title = HTML.link(toVolume + volume.path(lower.path), lower.name)
      html += "<section>\n<h2>\(title)</h2>\n\(list(articles))</section>\n"
    }
    let title = "\(category.name) – \(site.name)"
    return page(title: title, description: title, html) { $0 + "/index.html" }
  }

  func article(_ article: Article) -> String {
    let blocks = article.content
    let levels = blocks.map { if case .heading(let level, _) = $0 { level } else { 6 } }
    var markdown = MarkdownHTML(levelShift: levels.contains(1) ? 1 : 0, resolve: resolved)
    var html = article.category.map { trail(to: $0, isOpen: true) } ?? trail(to: "", isOpen: true)
    html += "<article>\n<h1>\(HTML.text(article.title))</h1>\n"
    if let excerpt = article.excerpt { html += "<p class=\"lead\">\(HTML.text(excerpt))</p>\n" }
    html += markdown.text(of: blocks) + "</article>\n" + foot(article)
    return page(
      title: "\(article.title) – \(site.name)", description: article.summary, html
    ) { language in
      let isThere = language == article.language || site.others(article).contains(language)
      return "\(language)/" + (isThere ? volume.path(article) : "index.html")
    }
  }

  private func foot(_ article: Article) -> String {
    var facts: [String] = []
    if let date = (article.updatedAt ?? article.publishedAt)?.date {
      let text = "<time datetime=\"\(date)\">\(date)</time>"
      facts.append("\(HTML.text(words.changed)) \(text)")
    }
    facts += article.tags.map { "<span class=\"tag\">\(HTML.text($0))</span>" }
    return facts.isEmpty ? "" : "<p class=\"facts\">\(facts.joined(separator: " "))</p>\n"
  }

  /// The way from the first page to a category.
  private func trail(to path: String, isOpen: Bool) -> String {
    let line = ArticleCategory.line(to: path)
    let upper = isOpen ? line[...] : line.dropLast()
    let links =
      [HTML.link(toVolume + "index.html", words.home)]
      + upper.map { path in
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return HTML.link(toVolume + volume.path(path), name)
      }
    return "<nav class=\"trail\" aria-label=\"\(HTML.text(words.trail))\">"
      + links.joined(separator: " <span aria-hidden=\"true\">›</span> ") + "</nav>\n"
  }

  /// Where the link of an article leads: `other.md` and `../de/other.md` are articles of the site,
  /// as they are files of the desk. One that is not published has no page.
  private func resolved(_ address: String) -> String? {
    let path = address.prefix { $0 != "#" && $0 != "?" }
    guard path.hasSuffix(".md"), !address.contains(":") else { return address }
    let parts = path.dropLast(3).split(separator: "/").filter { $0 != "." && $0 != ".." }
    let language = parts.count > 1 ? String(parts[parts.count - 2]) : volume.language
    guard let slug = parts.last.map(String.init),
      let volume = site.volumes.first(where: { $0.language == language }),
      let article = volume[slug]
    else { return nil }
    return toSite + language + "/" + volume.path(article) + address.dropFirst(path.count)
  }

  /// A whole page. `twin` is the path of the same page in another language, from the site's folder.
  private func page(
    title: String, description: String, _ content: String, twin: (String) -> String
  ) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(volume.language)"\(words.isRightToLeft ? " dir=\"rtl\"" : "")>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(HTML.text(title))</title>
    <meta name="description" content="\(HTML.text(description))">
    <link rel="stylesheet" href="\(toSite)style.css">
    <script src="\(toVolume)articles.js" defer></script>
    <script src="\(toSite)search.js" defer></script>
    </head>
    <body>
    <a class="skip" href="#content">\(HTML.text(words.skip))</a>
    <header>
    <div>
    <a class="home" href="\(toVolume)index.html">\(HTML.text(site.name))</a>
    \(languages(twin))<form id="search" role="search" data-base="\(toVolume)" data-none="\(HTML.text(words.none))" hidden>
    <input id="query" type="search" autocomplete="off" placeholder="\(HTML.text(words.search))" aria-label="\(HTML.text(words.search))">
    </form>
    </div>
    </header>
    <div id="results" aria-live="polite" hidden></div>
    <main id="content">
    \(content)</main>
    </body>
    </html>

    """
  }

  private func languages(_ twin: (String) -> String) -> String {
    guard site.volumes.count > 1 else { return "" }
    let links = site.languages.map { language in
      let name = HTML.text(HelpWords.name(of: language))
      guard language != volume.language else {
        return "<b lang=\"\(language)\">\(name)</b>"
      }
      let address = HTML.text(toSite + twin(language))
      return "<a href=\"\(address)\" lang=\"\(language)\" hreflang=\"\(language)\">\(name)</a>"
    }
    return "<nav class=\"languages\" aria-label=\"\(HTML.text(words.languages))\">"
      + links.joined(separator: " ") + "</nav>\n"
  }
}
