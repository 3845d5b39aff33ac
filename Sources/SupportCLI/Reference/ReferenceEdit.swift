import CommandKit
import SupportDesk

/// Changes a reference.
extension Command where Context == Session {
  static var referenceEdit: Command {
    Command(
      "edit", "Change a reference", needs: .desk, arguments: [ReferenceParameter.name],
      options: ReferenceParameter.all + [Shared.dryRun],
      examples: ["support reference edit consignment --label Consignment"]
    ) { call, session in
      try session.editEntry(
        call[ReferenceParameter.name], ReferenceParameter.edit(call), ReferenceParameter.all, call)
    }
  }
}
