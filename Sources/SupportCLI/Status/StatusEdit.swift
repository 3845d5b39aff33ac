import CommandKit
import SupportDesk

/// Changes a status.
extension Command where Context == Session {
  static var statusEdit: Command {
    Command(
      "edit", "Change a status", needs: .desk, arguments: [StatusParameter.name],
      options: StatusParameter.all + [Shared.dryRun],
      examples: [
        "support status edit pending --alias +awaiting_reply --next -on_hold"
      ]
    ) { call, session in
      try session.editEntry(
        call[StatusParameter.name], StatusParameter.edit(call), StatusParameter.all, call)
    }
  }
}
