import SupportModel

/// The ways to an index that stands for a snapshot.
extension IndexMaker {
  /// From nothing: every document is read.
  func built(_ mark: FoldMark) throws -> TicketIndex? {
    try written(mark, instead: nil) {
      var leaves = IndexLeaves(folder)
      var agenda = Agenda()
      var waiting: [SLAStanding] = []
      // A snapshot shows documents that somebody else touched last, whatever their ids.
      var late: [TicketID: SLAStanding?] = [:]
      var last: TicketID?
      try snapshot.visitTickets { ticket in
        let standing = standing(ticket)
        if let last, ticket.id <= last {
          late[ticket.id] = standing
          return
        }
        last = ticket.id
        if let entry = Agenda.Entry(standing) { agenda.entries.append(entry) }
        waiting.append(standing)
        if waiting.count == leaves.most {
          try leaves.append(waiting)
          waiting = []
        }
      }
      try leaves.append(waiting)
      try leaves.apply(late)
      return (leaves, agenda.replacing(late))
    }
  }

  /// From an older one: what changed is judged by each reader, until it is so much that one of them
  /// puts it into the files.
  func updated(
    _ manifest: IndexManifest, _ changes: IndexChanges, _ mark: FoldMark
  ) throws -> TicketIndex? {
    let agenda = try Agenda(try folder.read(manifest.agenda))
    var tickets = changes.tickets
    if judge.readsCustomers, !changes.customers.isEmpty {
      guard manifest.leaves.allSatisfy({ $0.unfrozen == 0 }) else {
        return try rejudged(manifest, changes, mark)
      }
      tickets.formUnion(agenda.tickets(ofCustomers: changes.customers))
    }
    let newer = try standings(tickets)
    if tickets.count > max(64, manifest.ticketCount / 2000),
      let index = try moved(newer, manifest, agenda, mark)
    {
      return index
    }
    return index(IndexLeaves(folder, manifest.leaves), agenda, newer: newer)
  }

  private func moved(
    _ newer: [TicketID: SLAStanding?], _ manifest: IndexManifest, _ agenda: Agenda,
    _ mark: FoldMark
  ) throws -> TicketIndex? {
    try written(mark, instead: manifest) {
      var leaves = IndexLeaves(folder, manifest.leaves)
      try leaves.apply(newer)
      return (leaves, agenda.replacing(newer))
    }
  }

  /// From one for other settings, other customers or a later time: whatever is not on record is
  /// judged anew.
  func rejudged(
    _ manifest: IndexManifest, _ changes: IndexChanges, _ mark: FoldMark
  ) throws -> TicketIndex? {
    try written(mark, instead: manifest) {
      var leaves = IndexLeaves(folder, manifest.leaves)
      try leaves.apply(try standings(changes.tickets))
      var agenda = Agenda()
      try leaves.replace { old in
        let stays = old.isFrozen && isDone(old.status)
        let new = stays ? nil : try standing(old.record.id)
        if let entry = Agenda.Entry(new ?? old) { agenda.entries.append(entry) }
        return new
      }
      return (leaves, agenda)
    }
  }

  private func standings(_ ids: Set<TicketID>) throws -> [TicketID: SLAStanding?] {
    var standings = Dictionary(uniqueKeysWithValues: ids.map { ($0, SLAStanding?.none) })
    try snapshot.visitTickets(ids) { standings[$0.id] = .some(standing($0)) }
    return standings
  }
}
