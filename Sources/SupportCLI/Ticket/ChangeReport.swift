import SupportDesk
import SupportModel

/// What a change of many tickets came to, gathered as little as will be said: lines, or ids of the
/// records to write.
final class ChangeReport {
  private let session: Session
  private let desk: Desk
  private let isDryRun: Bool
  private let what: (Ticket) -> String
  private var changed: [String] = []
  private var unchanged: [String] = []
  private var changedIDs: [TicketID] = []
  private var unchangedIDs: [TicketID] = []
  private var hasMet = false

  init(
    _ session: Session, _ desk: Desk, isDryRun: Bool, _ what: @escaping (Ticket) -> String
  ) {
    (self.session, self.desk, self.isDryRun, self.what) = (session, desk, isDryRun, what)
  }

  /// Takes note of a ticket as it will be. What a dry run shows is nowhere on the disk, so records
  /// are written at once.
  func note(_ ticket: Ticket, isChanged: Bool) throws {
    hasMet = true
    if session.output.isText {
      let said = isChanged ? (isDryRun ? "would be " : "") + what(ticket) : "unchanged"
      let line = "\(ticket.id) \(said)"
      if isChanged { changed.append(line) } else { unchanged.append(line) }
    } else if isDryRun {
      try session.output.list([desk.view(ticket)], listing)
    } else if isChanged {
      changedIDs.append(ticket.id)
    } else {
      unchangedIDs.append(ticket.id)
    }
  }

  /// Says it all, once the change is done.
  func write(_ choice: TicketChoice) throws {
    try session.visitViews(of: changedIDs + unchangedIDs) { views in
      try session.output.list(views, listing)
    }
    let isMany = changed.count + unchanged.count > BulkParameter.most
    if case .found = choice, isMany, session.output.isTerminal { return try sayCounts() }
    for line in changed + unchanged { try session.output.say(line) }
    if case .found = choice, !hasMet { session.output.note("no tickets match") }
  }

  private func sayCounts() throws {
    let said = isDryRun ? "would be changed" : "changed"
    try session.output.say("\(counted(changed.count, "ticket")) \(said)")
    if !unchanged.isEmpty { try session.output.say("\(unchanged.count) unchanged") }
  }

  private var listing: Listing<TicketView> {
    TicketListing(session: session, settings: desk.settings).views
  }
}
