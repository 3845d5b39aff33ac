import Platform
import SupportModel
import SupportStore

/// A desk of some size to run commands on, and the database of the same tickets beside it.
struct Stand {
  let size: Int
  let desk: String
  let database: String
  let equipment: Equipment
  let layout: DeskLayout
  /// Tickets to show, spread over the years.
  let shown: [TicketID]
  /// Tickets to answer: open ones with a thread of ordinary length.
  let answered: [TicketID]
  /// Other such tickets, to close and to reopen.
  let turned: TurnedTickets
  /// Words to look for; nil where the desk has too few texts to choose from.
  let words: SearchWords?

  /// Makes desk and database where they are not there from an earlier run.
  init(tickets: Int, _ equipment: Equipment) throws {
    size = tickets
    self.equipment = equipment
    desk = "\(equipment.folder)/desk-\(tickets)"
    if try FileSystem.statusIfPresent(desk) == nil {
      Bench.tell("making a desk of \(tickets) tickets")
      _ = try DeskMaker.make(DeskPlan(folder: desk, tickets: tickets))
    }
    guard let layout = try DeskLayout.find(from: desk) else {
      throw SystemError("find", desk, code: 2)
    }
    self.layout = layout
    let snapshot = try DeskStore(layout).snapshot()
    let ids = try snapshot.ticketIDs()
    shown = Self.spread(ids, 16)
    let open = try Self.answerable(ids, snapshot)
    answered = Array(open.prefix(3))
    turned = TurnedTickets(Array(open.dropFirst(3)))
    words = SearchWords(in: try Self.texts(Self.spread(ids, 4000), snapshot))
    let isSearchable = equipment.tools.searchesTexts
    database = "\(equipment.folder)/tickets-\(tickets)\(isSearchable ? "-fts5" : "").sqlite"
    if let peer, try FileSystem.statusIfPresent(database) == nil {
      Bench.tell("making a database of \(tickets) tickets")
      try peer.make(database, of: snapshot, ids)
    }
  }

  /// What makes databases, where there is something that can.
  var peer: PeerDatabase? {
    equipment.tools.sqlite.map {
      PeerDatabase(sqlite: $0, searchesTexts: equipment.tools.searchesTexts)
    }
  }

  private static func spread(_ ids: [TicketID], _ count: Int) -> [TicketID] {
    guard ids.count > count else { return ids }
    return (0..<count).map { ids[$0 * (ids.count - 1) / max(1, count - 1)] }
  }

  private static func answerable(_ ids: [TicketID], _ snapshot: Snapshot) throws -> [TicketID] {
    var found: [TicketID] = []
    for id in ids.reversed() where found.count < 10 {
      // What earlier runs opened is not in the database, which would then have nothing to change.
      guard let ticket = try snapshot.ticket(id), ticket.customer?.hasPrefix("bench") != true,
        (1...5).contains(ticket.messages.count),
        ticket.timeline.count <= 8, ["new", "open", "pending"].contains(ticket.status)
      else { continue }
      found.append(id)
    }
    return found
  }

  private static func texts(_ ids: [TicketID], _ snapshot: Snapshot) throws -> [String] {
    var texts: [String] = []
    try snapshot.visitTickets(ids) { ticket in
      texts.append(([ticket.subject] + ticket.messages.map(\.body)).joined(separator: "\n"))
    }
    return texts
  }
}

/// Tickets that are closed and reopened in turn. Which are closed at the moment is remembered from
/// one line of the race to the next.
final class TurnedTickets {
  private let ids: [TicketID]
  private var closed: Set<TicketID> = []
  private var turn = 0

  init(_ ids: [TicketID]) { self.ids = ids }

  var isEmpty: Bool { ids.isEmpty }

  /// The next verb and the ticket that it fits.
  func next() -> (verb: String, id: TicketID) {
    let id = ids[turn / 2 % ids.count]
    turn += 1
    if closed.remove(id) != nil { return ("reopen", id) }
    closed.insert(id)
    return ("close", id)
  }
}
