import SupportModel

/// A help site made of articles: pages that need no server and no network, alike to the byte
/// whenever and wherever they are made.
///
///     index.html            the desk's language
///     style.css  search.js
///     en/index.html         each language: its categories with their articles
///     en/a/SLUG.html        an article
///     en/c/NAME.html        a category
///     en/articles.js        what the search box searches
package struct HelpSite {
  /// The name of the desk.
  let name: String
  /// The one that comes first.
  let mainLanguage: String
  let volumes: [HelpVolume]

  /// Only what is published becomes part of it.
  package init(_ articles: [Article], name: String, language: String) {
    let published = articles.filter { $0.status == .published }
    let languages = Set(published.map(\.language)).sorted()
    let ordered = Article.languages(languages, asked: nil, desk: language)
    self.name = name
    mainLanguage = ordered.first ?? language
    volumes = ordered.map { language in
      HelpVolume(language, published.filter { $0.language == language })
    }
  }

  package struct File: Hashable, Sendable {
    /// From the folder of the site, with `/` between names.
    package var path: String
    package var text: String
  }

  package var languages: [String] { volumes.map(\.language) }
  package var articleCount: Int { volumes.map(\.articles.count).reduce(0, +) }

  /// All the files, by path.
  package var files: [File] {
    var files = [
      File(path: "style.css", text: HelpStyle.text), File(path: "search.js", text: HelpScript.text),
    ]
    let first = volumes.first ?? HelpVolume(mainLanguage, [])
    files.append(
      File(path: "index.html", text: HelpPage(self, first, .root).index()))
    for volume in volumes { files += self.files(of: volume) }
    return files.sorted { $0.path < $1.path }
  }

  private func files(of volume: HelpVolume) -> [File] {
    let folder = volume.language + "/"
    var files = [
      File(path: folder + "index.html", text: HelpPage(self, volume, .volume).index()),
      File(path: folder + "articles.js", text: HelpIndex(volume).text),
    ]
    let page = HelpPage(self, volume, .leaf)
    for category in volume.categories {
      files.append(File(path: folder + volume.path(category.path), text: page.category(category)))
    }
    for article in volume.articles {
      files.append(File(path: folder + volume.path(article), text: page.article(article)))
    }
    return files
  }

  /// The other languages that have an article.
  func others(_ article: Article) -> [String] {
    volumes.filter { $0.language != article.language && $0[article.slug] != nil }.map(\.language)
  }
}

/// The articles of one language.
struct HelpVolume {
  let language: String
  /// By title.
  let articles: [Article]
  let categories: [ArticleCategory]
  private let bySlug: [String: Article]
  /// The names of the categories' pages.
  private let names: [String: String]

  init(_ language: String, _ articles: [Article]) {
    self.language = language
    self.articles = articles.sorted { ($0.title, $0.slug) < ($1.title, $1.slug) }
    categories = ArticleCategory.tree(of: articles)
    bySlug = Dictionary(uniqueKeysWithValues: articles.map { ($0.slug, $0) })
    names = Self.names(categories)
  }

  subscript(slug: String) -> Article? { bySlug[slug] }

  var words: HelpWords { HelpWords(language) }

  /// Paths from the folder of the language.
  func path(_ article: Article) -> String { "a/\(article.slug).html" }
  func path(_ category: String) -> String { "c/\(names[category] ?? "").html" }

  /// The articles of a category itself, or also of those below it.
  func articles(in category: String, withBelow: Bool) -> [Article] {
    articles.filter {
      withBelow
        ? $0.category.map { ($0 + "/").hasPrefix(category + "/") } ?? false
        : $0.category == category
    }
  }

  /// The categories right below one, or the top ones.
  func categories(below path: String?) -> [ArticleCategory] {
    guard let path else { return categories.filter { $0.depth == 0 } }
    let depth = path.count { $0 == "/" } + 1
    return categories.filter { $0.depth == depth && $0.path.hasPrefix(path + "/") }
  }

  /// A file name for each category, of characters that every system takes in file names.
  private static func names(_ categories: [ArticleCategory]) -> [String: String] {
    var names: [String: String] = [:]
    var taken: Set<String> = []
    for category in categories {
      let words = category.path.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      let name = words.isEmpty ? "category" : String(words.joined(separator: "-").prefix(80))
      var (free, number) = (name, 2)
      while !taken.insert(free).inserted {
        free = "\(name)-\(number)"
        number += 1
      }
      names[category.path] = free
    }
    return names
  }
}
