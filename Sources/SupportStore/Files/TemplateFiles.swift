import Platform
import SupportModel

/// The templates of a desk: `templates/NAME.md`, written by hand or by `support template`.
package struct TemplateFiles: Sendable {
  let layout: DeskLayout

  package init(_ layout: DeskLayout) { self.layout = layout }

  package func template(_ name: String) throws -> Template? {
    guard Template.isLegal(name: name) else { return nil }
    let path = layout.template(name)
    guard let bytes = try FileSystem.readIfPresent(path) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsError(file: layout.relative(path), reason: "the file is not UTF-8 text")
    }
    return try Template(name: name, file: layout.relative(path), text: text)
  }

  /// All templates; one whose file is broken keeps nobody from finding the others.
  package func all() throws -> ReadFiles<Template> {
    try ReadFiles(
      names(), file: { layout.relative(layout.template($0)) }, read: { try template($0) })
  }

  package func names() throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.templates)
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
      .filter(Template.isLegal(name:))
  }

  /// The path of a template's file below the desk's folder.
  package func path(_ name: String) -> String { layout.relative(layout.template(name)) }

  package func kept(_ name: String) throws -> KeptFile { try KeptFile(layout.template(name)) }

  package func write(_ template: Template) throws {
    try FileSystem.replace(
      layout.template(template.name), with: Array(template.text.utf8), durable: true)
  }

  package func remove(_ name: String) throws {
    try FileSystem.removeDurably(layout.template(name))
  }
}
