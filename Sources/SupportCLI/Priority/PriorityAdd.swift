import CommandKit
import SupportDesk

private let newName = Argument.one("CODE", "A short name for the new priority, such as blocker")

/// Adds a priority.
extension Command where Context == Session {
  static var priorityAdd: Command {
    Command(
      "add", "Add a priority", needs: .desk, arguments: [newName],
      options: PriorityParameter.all + [Shared.dryRun],
      details: """
        Without --rank it is more pressing than all there are. Promises of the SLA hold for a \
        priority only where its policies say so.
        """,
      examples: ["support priority add blocker --rank 9 --colour red --alias p0"]
    ) { call, session in
      try session.addEntry(call[newName], PriorityParameter.edit(call), call)
    }
  }
}
