import CommandKit
import SupportDesk

/// Changes a field.
extension Command where Context == Session {
  static var fieldEdit: Command {
    Command(
      "edit", "Change a field", needs: .desk, arguments: [FieldParameter.name],
      options: FieldParameter.all + [Shared.dryRun],
      details: """
        Values that tickets have already stay as they are.
        """,
      examples: [
        "support field edit colour --choice +green --choice -blue"
      ]
    ) { call, session in
      try session.editEntry(
        call[FieldParameter.name], FieldParameter.edit(call), FieldParameter.all, call)
    }
  }
}
