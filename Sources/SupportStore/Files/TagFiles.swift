import Platform
import SupportModel

/// What a desk says of its tags: `tags/NAME.json`, the name percent-encoded where a file name needs
/// it; written by hand or by `support tag`.
package struct TagFiles: Sendable {
  let layout: DeskLayout

  package init(_ layout: DeskLayout) { self.layout = layout }

  package func tag(_ name: String) throws -> Tag? {
    guard Tag.isLegal(name: name) else { return nil }
    let path = layout.tag(name)
    guard let bytes = try FileSystem.readIfPresent(path) else { return nil }
    return try Tag(name, file: layout.relative(path), bytes: bytes)
  }

  /// All that have a file; one whose file is broken keeps nobody from finding the others.
  package func all() throws -> ReadFiles<Tag> {
    try ReadFiles(names(), file: { layout.relative(layout.tag($0)) }, read: { try tag($0) })
  }

  package func names() throws -> [String] {
    try FileSystem.namesIfPresent(in: layout.tags).compactMap(Self.name(ofFile:))
  }

  /// The tag that a file is about; nil for a name that no tag's file has.
  static func name(ofFile file: String) -> String? {
    guard file.hasSuffix(".json"), let name = PercentName.decode(file.dropLast(5)),
      Tag.isLegal(name: name), PercentName.encode(name) + ".json" == file
    else { return nil }
    return name
  }

  package func kept(_ name: String) throws -> KeptFile { try KeptFile(layout.tag(name)) }

  package func write(_ tag: Tag) throws {
    try FileSystem.replace(
      layout.tag(tag.name), with: JSON.object(tag.json).prettyBytes, durable: true)
  }

  package func remove(_ name: String) throws {
    try FileSystem.removeDurably(layout.tag(name))
  }
}
