import CommandKit
import SupportDesk
import SupportModel

private let everywhere = Option.flag("everywhere", "Take the tag from all tickets, too")

/// Removes a tag.
extension Command where Context == Session {
  static var tagRemove: Command {
    Command(
      "remove", "Remove what is said of a tag", needs: .desk, arguments: [TagParameter.name],
      options: [everywhere, Shared.yes, Shared.dryRun],
      details: "Tickets keep the tag, unless it is to go --everywhere.",
      examples: ["support tag remove vip --yes", "support tag remove spam --everywhere --yes"]
    ) { call, session in
      let (desk, name) = (try session.desk(), call[TagParameter.name])
      let isEverywhere = call[everywhere]
      _ = try desk.removeTag(name, everywhere: isEverywhere, ChangeOptions(isDryRun: true))
      let (options, progress) = session.options(call)
      if !options.isDryRun {
        try session.prompt.confirm(
          isEverywhere ? "Take the tag \(name) from all tickets?" : "Remove the tag \(name)?",
          isGiven: call[Shared.yes], session)
      }
      let written = try desk.removeTag(name, everywhere: isEverywhere, options)
      progress.finish()
      let removed = options.isDryRun ? "would be removed" : "removed"
      let tag = session.settled(written, options)
      try session.tell(JSONObject([("tag", .string(tag))]), ["\(tag) \(removed)"])
    }
  }
}
