import CommandKit
import SupportDesk

private let newName = Argument.one("NAME", "A short name for the new field, such as serial")

/// Adds a field.
extension Command where Context == Session {
  static var fieldAdd: Command {
    Command(
      "add", "Add a field", needs: .desk, arguments: [newName],
      options: FieldParameter.all + [Shared.dryRun],
      details: """
        From the first field on, tickets can have no others. A date is a day such as 2026-11-20; a \
        list has commas between its values.
        """,
      examples: [
        "support field add serial --label 'Serial number' --required-in repair",
        "support field add colour --type choice --choice red --choice blue",
      ]
    ) { call, session in
      try session.addEntry(call[newName], FieldParameter.edit(call), call)
    }
  }
}
