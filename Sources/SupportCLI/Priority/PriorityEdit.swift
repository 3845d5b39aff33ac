import CommandKit
import SupportDesk

/// Changes a priority.
extension Command where Context == Session {
  static var priorityEdit: Command {
    Command(
      "edit", "Change a priority", needs: .desk, arguments: [PriorityParameter.name],
      options: PriorityParameter.all + [Shared.dryRun],
      examples: [
        "support priority edit high --colour '#ff8800' --alias +p1"
      ]
    ) { call, session in
      try session.editEntry(
        call[PriorityParameter.name], PriorityParameter.edit(call), PriorityParameter.all, call)
    }
  }
}
