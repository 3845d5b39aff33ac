import CommandKit
import SupportDesk

/// Marks tickets read.
extension Command where Context == Session {
  static var ticketRead: Command {
    Command(
      "read", "Mark tickets read", needs: .desk,
      arguments: [Shared.tickets], options: [Shared.ifMatch, Shared.dryRun],
      examples: ["support ticket read k7q"]
    ) { call, session in
      let changed = try session.desk().markRead(
        session.references(call[Shared.tickets]), ChangeOptions(call))
      try session.report(changed) { _ in "read" }
    }
  }
}
