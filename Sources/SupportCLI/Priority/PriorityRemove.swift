import CommandKit
import SupportDesk

private let other = Option.text(
  "replace-by", value: "CODE", "What tickets get in its place", completes: .live("priority"))

/// Removes a priority.
extension Command where Context == Session {
  static var priorityRemove: Command {
    Command(
      "remove", "Remove a priority", needs: .desk, arguments: [PriorityParameter.name],
      options: [other, Shared.yes, Shared.dryRun],
      details: """
        One that open tickets have goes only when it is said what they get in its place.
        """,
      examples: ["support priority remove critical --replace-by urgent --yes"]
    ) { call, session in
      let (desk, code) = (try session.desk(), call[PriorityParameter.name])
      try session.removeEntry(code, call) { options in
        try desk.removePriority(code, replacedBy: call[other], options)
      }
    }
  }
}
