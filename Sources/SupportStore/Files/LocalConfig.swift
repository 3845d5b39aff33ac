import Platform
import SupportModel

/// What is this copy's own business: who works here, and the programs to call. It lies in
/// `.support/config.json`, which no clone brings along: pulling a desk must never run code.
package struct LocalConfig: Hashable, Sendable {
  package static let keys = ["actor", "editor", "pager", "color", "auto_commit", "alias.NAME"]

  package private(set) var object: JSONObject
  private let layout: DeskLayout

  package init(_ layout: DeskLayout) throws {
    self.layout = layout
    let bytes = try FileSystem.readIfPresent(layout.localConfig)
    let reader = try bytes.map {
      try SettingsReader(file: layout.relative(layout.localConfig), bytes: $0)
    }
    object = reader?.values ?? JSONObject()
  }

  package subscript(key: String) -> String? { object.value(at: key)?.string }

  package var aliases: [String: String] {
    var aliases: [String: String] = [:]
    for member in object["alias"]?.object?.members ?? [] {
      aliases[member.key] = member.value.string
    }
    return aliases
  }

  /// All settings with their dotted keys.
  package var entries: [(key: String, value: String)] {
    object.members.flatMap { member in
      if let text = member.value.string { return [(member.key, text)] }
      return (member.value.object?.members ?? []).compactMap { inner in
        inner.value.string.map { ("\(member.key).\(inner.key)", $0) }
      }
    }
  }

  /// Whether the key is one that means something.
  package static func isKnown(_ key: String) -> Bool {
    keys.contains(key) || (key.hasPrefix("alias.") && key.split(separator: ".").count == 2)
  }

  /// Sets a key, or removes it, and keeps the file for this user alone.
  package mutating func set(_ key: String, _ value: String?) throws {
    object.set(value.map(JSON.string), at: key)
    try FileSystem.replace(
      layout.localConfig, with: JSON.object(object).prettyBytes, durable: true, mode: 0o600)
  }
}
