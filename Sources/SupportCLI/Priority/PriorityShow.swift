import CommandKit
import SupportModel

/// Shows a priority.
extension Command where Context == Session {
  static var priorityShow: Command {
    Command(
      "show", "Show a priority", needs: .desk, arguments: [PriorityParameter.name],
      examples: ["support priority show high"]
    ) { call, session in
      try session.showEntry(Priority.self, call[PriorityParameter.name])
    }
  }
}
