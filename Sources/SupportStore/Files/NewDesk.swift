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
    try keepExisting(layout.root + "/.gitattributes", orWrite: gitAttributes)
    try keepExisting(layout.root + "/.gitignore", orWrite: gitIgnore)
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

  /// This copy's own folder, and what a killed command was writing beside its place.
  private static let gitIgnore = ".support/\n*.tmp\n"

  private static let gitAttributes = """
    events/** text eol=lf
    tickets/** text eol=lf merge=support
    customers/** text eol=lf merge=support
    chats/** text eol=lf merge=support
    attachments/** binary

    """

  /// A file that is there stays, with our lines added where they are missing.
  private static func keepExisting(_ path: String, orWrite text: String) throws {
    let present = String(decoding: try FileSystem.readIfPresent(path) ?? [], as: UTF8.self)
    let lines = present.split(separator: "\n")
    let missing = text.split(separator: "\n").filter { !lines.contains($0) }
    guard !missing.isEmpty else { return }
    let start = present.isEmpty || present.hasSuffix("\n") ? present : present + "\n"
    let added = missing.map { $0 + "\n" }.joined()
    try FileSystem.replace(path, with: Array((start + added).utf8), durable: true)
  }
}
