import Platform
import SupportModel

/// The saved views of a desk: `views/NAME.json`, written by hand or by `support view`.
package struct ViewFiles: Sendable {
  let layout: DeskLayout
  let settings: DeskSettings

  package init(_ layout: DeskLayout, _ settings: DeskSettings) {
    (self.layout, self.settings) = (layout, settings)
  }

  package func view(_ name: String) throws -> SavedView? {
    guard SavedView.isLegal(name: name) else { return nil }
    let path = layout.view(name)
    guard let bytes = try FileSystem.readIfPresent(path) else { return nil }
    return try SavedView(name: name, file: layout.relative(path), bytes: bytes, settings)
  }

  /// All views; one whose file is broken keeps nobody from finding the others.
  package func all() throws -> ReadFiles<SavedView> {
    try ReadFiles(names(), file: { layout.relative(layout.view($0)) }, read: { try view($0) })
  }

  package func names() throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.views)
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
      .filter(SavedView.isLegal(name:))
  }

  package func kept(_ name: String) throws -> KeptFile { try KeptFile(layout.view(name)) }

  package func write(_ view: SavedView) throws {
    try FileSystem.replace(
      layout.view(view.name), with: JSON.object(view.json).prettyBytes, durable: true)
  }

  package func remove(_ name: String) throws {
    try FileSystem.removeDurably(layout.view(name))
  }
}
