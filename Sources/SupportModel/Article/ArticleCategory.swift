/// A category of the knowledge base with what stands in it: one line of the tree.
package struct ArticleCategory: Hashable, Sendable {
  /// The names from the top down, with `/` between them.
  package var path: String
  /// Articles that name this category itself.
  package var own: Int
  /// Those of the categories below it as well.
  package var total: Int

  package var depth: Int { path.count { $0 == "/" } }
  package var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  package static let mostLevels = 8
  package static let expected = "names with / between them, at most \(mostLevels)"

  /// The path that somebody typed, without blanks around its names; nil where a name is empty.
  package static func path(_ typed: String) -> String? {
    let names = typed.split(separator: "/", omittingEmptySubsequences: false).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    guard names.count <= mostLevels, names.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
    else { return nil }
    return names.joined(separator: "/")
  }

  /// Whether a category is another one or below it, in any case of its letters.
  package static func isWithin(_ category: String?, _ top: String) -> Bool {
    guard let category = category?.lowercased() else { return false }
    return category == top.lowercased() || category.hasPrefix(top.lowercased() + "/")
  }

  /// The categories from the top down to one: `a/b/c` is in `a`, `a/b` and `a/b/c`.
  package static func line(to path: String) -> [String] {
    let names = path.split(separator: "/")
    return names.indices.map { names[...$0].joined(separator: "/") }
  }

  /// The tree of the categories of some articles, each before those below it, by name.
  package static func tree(of articles: [Article]) -> [ArticleCategory] {
    var found: [String: ArticleCategory] = [:]
    for path in articles.compactMap(\.category) {
      for upper in line(to: path) {
        found[upper, default: ArticleCategory(path: upper, own: 0, total: 0)].total += 1
      }
      found[path]?.own += 1
    }
    return found.values.sorted { left, right in
      left.path.split(separator: "/").lexicographicallyPrecedes(right.path.split(separator: "/"))
    }
  }

  package var json: JSONObject {
    JSONObject([
      ("category", .string(path)), ("name", .string(name)), ("level", .integer(Int64(depth + 1))),
      ("articles", .integer(Int64(own))), ("total", .integer(Int64(total))),
    ])
  }
}
