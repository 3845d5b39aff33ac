import Platform
import SupportModel

/// The files of a desk that was just made.
package enum NewDesk {
  /// Makes a desk in a folder, which may exist and hold other things, but no desk. Whoever runs it
  /// is its first admin, and known to this copy from then on.
  package static func make(in folder: String, name: String, firstAdmin: Agent) throws -> DeskLayout
  {
    try requireNone(in: folder)
    try FileSystem.makeFolderDurably(folder)
    let layout = layout(of: folder)
    try AgentFiles(layout).write(firstAdmin)
    try GitFiles.bringUpToDate(layout)
    var config = try LocalConfig(layout)
    try config.set("actor", firstAdmin.actor.description)
    let settings = JSONObject([
      ("format", .integer(Int64(DeskSettings.newestFormat))), ("name", .string(name)),
    ])
    // Last, because this file is what makes the folder a desk.
    try FileSystem.replace(
      layout.settings, with: JSON.object(settings).prettyBytes, durable: true)
    return layout
  }

  /// Refuses a folder that is a desk.
  package static func requireNone(in folder: String) throws {
    let layout = layout(of: folder)
    guard try FileSystem.statusIfPresent(layout.settings) == nil else {
      throw StoreError.deskExists(layout.root)
    }
  }

  private static func layout(of folder: String) -> DeskLayout {
    let root = FileSystem.realPath(folder) ?? folder
    return DeskLayout(root: root == "/" ? "" : root)
  }

  /// Whether nothing lies in a folder, or it is not there.
  package static func isFree(_ folder: String) throws -> Bool {
    try FileSystem.namesIfPresent(in: folder).isEmpty
  }
}
