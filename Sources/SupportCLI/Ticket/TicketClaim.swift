import CommandKit
import SupportDesk

/// Takes tickets that nobody has.
extension Command where Context == Session {
  static var ticketClaim: Command {
    Command(
      "claim", "Take tickets that nobody has", needs: .desk,
      arguments: [Shared.tickets], options: [Shared.ifMatch, Shared.dryRun],
      examples: ["support ticket claim k7q"]
    ) { call, session in
      let changed = try session.desk().claim(
        session.references(call[Shared.tickets]), ChangeOptions(call))
      try session.report(changed) { "assigned to \($0.assignee ?? "")" }
    }
  }
}
