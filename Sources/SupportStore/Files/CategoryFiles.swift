import Platform
import SupportModel

/// The categories of a desk: `categories/account.json`, and `categories/account/password.json` below
/// it; written by hand or by `support category`.
package struct CategoryFiles: Sendable {
  let layout: DeskLayout
  let settings: DeskSettings

  package init(_ layout: DeskLayout, _ settings: DeskSettings) {
    (self.layout, self.settings) = (layout, settings)
  }

  package func category(_ path: String) throws -> Category? {
    guard Category.isLegal(path: path) else { return nil }
    let file = layout.category(path)
    guard let bytes = try FileSystem.readIfPresent(file) else { return nil }
    return try Category(path, file: layout.relative(file), bytes: bytes, settings)
  }

  /// A category and those above it that have files, the nearest first: few, however many there are.
  package func line(from path: String) throws -> [Category] {
    try Category.line(from: path).compactMap { try category($0) }
  }

  /// All of them by their paths; one whose file is broken keeps nobody from finding the others.
  package func all() throws -> ReadFiles<Category> {
    try ReadFiles(
      paths(), file: { layout.relative(layout.category($0)) }, read: { try category($0) })
  }

  /// The paths of all, or of those below one.
  package func paths(below top: String? = nil) throws -> [String] {
    let folder = top.map { "\(layout.categories)/\($0)" } ?? layout.categories
    let names = try FileSystem.namesIfPresent(in: folder)
    let prefix = top.map { $0 + "/" } ?? ""
    return try names.flatMap { name in
      if name.hasSuffix(".json") { return [prefix + name.dropLast(5)] }
      // Names of categories have no dots, and other files mostly do.
      guard Category.isLegal(path: prefix + name), try isFolder("\(folder)/\(name)") else {
        return []
      }
      return try paths(below: prefix + name)
    }.filter(Category.isLegal(path:))
  }

  private func isFolder(_ path: String) throws -> Bool {
    try FileSystem.statusIfPresent(path)?.kind == .folder
  }

  /// Whether the desk says anything of categories: where it does not, each ticket has what it likes.
  package func isEmpty() throws -> Bool { try paths().isEmpty }

  package func kept(_ path: String) throws -> KeptFile { try KeptFile(layout.category(path)) }

  package func write(_ category: Category) throws {
    try FileSystem.replace(
      layout.category(category.path), with: JSON.object(category.json).prettyBytes, durable: true)
  }

  package func remove(_ path: String) throws {
    try FileSystem.removeDurably(layout.category(path))
  }
}
