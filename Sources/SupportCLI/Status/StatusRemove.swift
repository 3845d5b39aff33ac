import CommandKit
import SupportDesk

private let other = Option.text(
  "replace-by", value: "CODE", "What tickets get in its place", completes: .live("status"))

/// Removes a status.
extension Command where Context == Session {
  static var statusRemove: Command {
    Command(
      "remove", "Remove a status", needs: .desk, arguments: [StatusParameter.name],
      options: [other, Shared.yes, Shared.dryRun],
      details: """
        One that tickets have goes only when it is said what they get in its place.
        """,
      examples: ["support status remove on_hold --replace-by pending --yes"]
    ) { call, session in
      let (desk, code) = (try session.desk(), call[StatusParameter.name])
      try session.removeEntry(code, call) { options in
        try desk.removeStatus(code, replacedBy: call[other], options)
      }
    }
  }
}
