import CommandKit
import SupportDesk

/// Changes what is said of a tag.
extension Command where Context == Session {
  static var tagEdit: Command {
    Command(
      "edit", "Change what is said of a tag", needs: .desk, arguments: [TagParameter.name],
      options: TagParameter.all + [Shared.dryRun], details: "`tag rename` gives it another name.",
      examples: ["support tag edit vip --colour '#ff8800'"]
    ) { call, session in
      let edit = TagEdit(call)
      try session.require(edit != TagEdit(), of: TagParameter.all)
      let desk = try session.desk()
      let before = try desk.tag(call[TagParameter.name]).tag
      let tag = try session.settled(
        desk.editTag(before.name, edit, isDryRun: call[Shared.dryRun]))
      let changed = call[Shared.dryRun] ? "would be changed" : "changed"
      try session.show(tag, said: tag == before ? "unchanged" : changed)
    }
  }
}
