import CommandKit
import SupportDesk

private let newName = Argument.one("NEW", "The name that no tag has yet")

/// Gives a tag another name.
extension Command where Context == Session {
  static var tagRename: Command {
    Command(
      "rename", "Give a tag another name, on all tickets", needs: .desk,
      arguments: [TagParameter.name, newName], options: [Shared.dryRun],
      details: """
        Tickets that are done get it too. Filters in views and policies stay as they are written.
        """,
      examples: ["support tag rename vpi vip", "support tag rename money billing --dry-run"]
    ) { call, session in
      let (options, progress) = session.options(call)
      let written = try session.desk().renameTag(
        call[TagParameter.name], to: call[newName], options)
      progress.finish()
      let tag = session.settled(written, options)
      let renamed = options.isDryRun ? "would be renamed" : "renamed"
      try session.output.show(TagRow.json(tag), fields: TagRow.fields) {
        "\(call[TagParameter.name]) \(renamed) to \(tag.name)\n"
      }
    }
  }
}
