import CommandKit
import SupportModel

/// Lists the statuses.
extension Command where Context == Session {
  static var statusList: Command {
    Command(
      "list", "List the statuses", needs: .desk, examples: ["support status list"]
    ) { _, session in
      try session.listEntries(Status.self, StatusParameter.columns)
    }
  }
}
