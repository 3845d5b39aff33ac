import CommandKit
import SupportDesk

/// Takes tickets apart that were merged.
extension Command where Context == Session {
  static var ticketUnmerge: Command {
    Command(
      "unmerge", "Make merged tickets tickets of their own again", needs: .desk,
      arguments: [Shared.tickets], options: [Shared.reason, Shared.ifMatch, Shared.dryRun],
      details: """
        They are as they were before they were merged, and the ticket that had taken them in keeps \
        what was said and done in it since. --if-match is the head of a merged ticket.
        """,
      examples: [
        "support ticket unmerge 3fm", "support ticket unmerge 3fm --reason 'two lamps'",
      ]
    ) { call, session in
      let changed = try session.desk().unmerge(
        session.references(call[Shared.tickets]), reason: call[Shared.reason], ChangeOptions(call))
      try session.report(changed) { "unmerged, \($0.status)" }
    }
  }
}
