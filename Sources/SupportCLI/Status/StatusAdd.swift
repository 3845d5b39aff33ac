import CommandKit
import SupportDesk

private let newName = Argument.one("CODE", "A short name for the new status, such as waiting_parts")

/// Adds a status.
extension Command where Context == Session {
  static var statusAdd: Command {
    Command(
      "add", "Add a status", needs: .desk, arguments: [newName],
      options: StatusParameter.all + [Shared.dryRun],
      details: """
        Without --next and --from anything but new may follow it, and whatever is not done may \
        become it.
        """,
      examples: ["support status add waiting_parts --phase waiting --name 'Waiting for parts'"]
    ) { call, session in
      try session.addEntry(call[newName], StatusParameter.edit(call), call)
    }
  }
}
