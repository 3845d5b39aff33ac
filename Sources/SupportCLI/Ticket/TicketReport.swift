import Platform
import SupportDesk
import SupportModel

extension Session {
  /// Says what became of changed tickets: a line each, or their records as data.
  func report(_ changed: Changed, _ what: (Ticket) -> String) throws {
    let desk = try desk()
    if output.isText {
      for ticket in changed.tickets {
        try output.say("\(ticket.id) \(changed.isDryRun ? "would be " : "")\(what(ticket))")
      }
      for ticket in changed.unchanged { try output.say("\(ticket.id) unchanged") }
    } else {
      let listing = TicketListing(session: self, settings: desk.settings)
      try output.list((changed.tickets + changed.unchanged).map(desk.view), listing.views)
    }
    warn(changed)
  }

  /// Says what rules did beside a change, and what went wrong after it was made durable.
  func warn(_ changed: Changed) {
    tell(changed.rules)
    warn(changed.warning)
  }

  /// Says what went wrong after a change was made durable.
  func warn(_ problem: SystemError?) {
    guard let problem else { return }
    output.note("support: warning: \(problem); the change is safe, the next command mends this")
  }
}
