import CommandKit
import SupportModel

/// Shows a status.
extension Command where Context == Session {
  static var statusShow: Command {
    Command(
      "show", "Show a status", needs: .desk, arguments: [StatusParameter.name],
      examples: ["support status show pending"]
    ) { call, session in
      try session.showEntry(Status.self, call[StatusParameter.name])
    }
  }
}
