import CommandKit
import SupportDesk

private let newName = Argument.one("TAG", "The tag, whether tickets have it already or not")

/// Describes a tag.
extension Command where Context == Session {
  static var tagAdd: Command {
    Command(
      "add", "Describe a tag", needs: .desk, arguments: [newName],
      options: TagParameter.all + [Shared.dryRun],
      details: "A tag needs no description to be used: `support ticket edit ID --tag TAG`.",
      examples: ["support tag add vip --colour red --description 'Pays a lot'"]
    ) { call, session in
      let tag = try session.settled(
        session.desk().addTag(call[newName], TagEdit(call), isDryRun: call[Shared.dryRun]))
      try session.show(tag, said: call[Shared.dryRun] ? "would be added" : "added")
    }
  }
}
