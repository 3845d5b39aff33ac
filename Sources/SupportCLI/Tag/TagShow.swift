import CommandKit
import SupportDesk

/// Shows a tag.
extension Command where Context == Session {
  static var tagShow: Command {
    Command(
      "show", "Show a tag", needs: .desk, arguments: [TagParameter.name],
      examples: ["support tag show vip"]
    ) { call, session in
      let tag = try session.desk().tag(call[TagParameter.name])
      try session.output.showMembers(TagRow.json(tag), fields: TagRow.fields)
    }
  }
}
