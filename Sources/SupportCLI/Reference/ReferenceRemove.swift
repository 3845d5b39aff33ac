import CommandKit
import SupportDesk
import SupportModel

/// Removes a reference.
extension Command where Context == Session {
  static var referenceRemove: Command {
    Command(
      "remove", "Remove a reference", needs: .desk, arguments: [ReferenceParameter.name],
      options: [Shared.yes, Shared.dryRun],
      details: """
        Tickets keep the references that they have.
        """,
      examples: ["support reference remove consignment --yes"]
    ) { call, session in
      let (desk, name) = (try session.desk(), call[ReferenceParameter.name])
      try session.removeEntry(name, call) { options in
        try desk.removeEntry(ReferenceKind.self, name, options)
      }
    }
  }
}
