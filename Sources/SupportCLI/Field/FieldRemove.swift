import CommandKit
import SupportDesk
import SupportModel

/// Removes a field.
extension Command where Context == Session {
  static var fieldRemove: Command {
    Command(
      "remove", "Remove a field", needs: .desk, arguments: [FieldParameter.name],
      options: [Shared.yes, Shared.dryRun],
      details: """
        Tickets keep the values that they have.
        """,
      examples: ["support field remove serial --yes"]
    ) { call, session in
      let (desk, name) = (try session.desk(), call[FieldParameter.name])
      try session.removeEntry(name, call) { options in
        try desk.removeEntry(CustomField.self, name, options)
      }
    }
  }
}
