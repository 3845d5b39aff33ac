import Platform
import SupportModel
import SupportStore

/// A desk of some size to run commands on, and the database of the same tickets beside it.
struct Stand {
  let size: Int
  let desk: String
  let database: String
  /// Tickets to show, spread over the years.
  let shown: [TicketID]
  /// Tickets to answer: open ones with a thread of ordinary length.
  let answered: [TicketID]

  /// Makes desk and database where they are not there from an earlier run.
  init(folder: String, tickets: Int, tools: Tools) throws {
    size = tickets
    desk = "\(folder)/desk-\(tickets)"
    database = "\(folder)/peer-\(tickets).sqlite"
    if try FileSystem.statusIfPresent(desk) == nil {
      Bench.tell("making a desk of \(tickets) tickets")
      _ = try DeskMaker.make(DeskPlan(folder: desk, tickets: tickets))
    }
    guard let layout = try DeskLayout.find(from: desk) else {
      throw SystemError("find", desk, code: 2)
    }
    let snapshot = try DeskStore(layout).snapshot()
    let ids = try snapshot.ticketIDs()
    shown = Self.spread(ids, 16)
    answered = try Self.answerable(ids, snapshot)
    if let sqlite = tools.sqlite, try FileSystem.statusIfPresent(database) == nil {
      try PeerDatabase(sqlite, database).fill(from: snapshot, ids)
    }
  }

  private static func spread(_ ids: [TicketID], _ count: Int) -> [TicketID] {
    guard !ids.isEmpty else { return [] }
    return (0..<count).map { ids[$0 * (ids.count - 1) / max(1, count - 1)] }
  }

  private static func answerable(_ ids: [TicketID], _ snapshot: Snapshot) throws -> [TicketID] {
    var found: [TicketID] = []
    for id in ids.reversed() where found.count < 3 {
      guard let ticket = try snapshot.ticket(id), (1...5).contains(ticket.messages.count),
        ["new", "open", "pending", "resolved"].contains(ticket.status)
      else { continue }
      found.append(id)
    }
    return found
  }
}
