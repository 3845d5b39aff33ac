import CommandKit
import SupportModel

/// Lists the priorities.
extension Command where Context == Session {
  static var priorityList: Command {
    Command(
      "list", "List the priorities", needs: .desk, examples: ["support priority list"]
    ) { _, session in
      try session.listEntries(Priority.self, PriorityParameter.columns)
    }
  }
}
