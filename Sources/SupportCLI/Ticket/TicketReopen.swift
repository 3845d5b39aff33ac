import CommandKit
import SupportDesk

/// Opens tickets again.
extension Command where Context == Session {
  static var ticketReopen: Command {
    Command(
      "reopen", "Open tickets again that are done", needs: .desk,
      arguments: [Shared.tickets], options: [Shared.lastMessage, Shared.ifMatch, Shared.dryRun],
      details: "Their clocks go on with what was left.",
      examples: ["support ticket reopen k7q"]
    ) { call, session in
      let changed = try session.desk().reopen(
        session.references(call[Shared.tickets]), message: call[Shared.lastMessage],
        ChangeOptions(call))
      try session.report(changed) { "reopened, \($0.status)" }
    }
  }
}
