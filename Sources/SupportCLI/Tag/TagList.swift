import CommandKit
import SupportDesk

/// Lists the tags.
extension Command where Context == Session {
  static var tagList: Command {
    Command(
      "list", "List the tags, with how many tickets have each", needs: .desk,
      details: "Those that tickets have and those that are described. Tickets that are done count.",
      examples: ["support tag list"]
    ) { _, session in
      let tags = try session.desk().allTags()
      try session.output.list(tags.values, TagRow.listing)
      session.report(broken: tags.broken)
    }
  }
}
