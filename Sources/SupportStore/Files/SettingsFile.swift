import Platform
import SupportModel

/// `support.json` while a command changes a part of it: the rest stays as it is written, in its order.
package struct SettingsFile: Sendable {
  private let path: String

  package init(_ layout: DeskLayout) { path = layout.settings }

  package func object() throws -> JSONObject {
    try SettingsReader(file: DeskSettings.fileName, bytes: FileSystem.read(path)).values
  }

  package func kept() throws -> KeptFile { try KeptFile(path) }

  package func write(_ object: JSONObject) throws {
    try FileSystem.replace(path, with: JSON.object(object).prettyBytes, durable: true)
  }
}
