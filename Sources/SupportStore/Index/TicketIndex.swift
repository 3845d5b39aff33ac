import SupportModel

/// What is known of all tickets without reading their documents: derived from them, disposable, and
/// never behind the log.
///
/// The files hold how each ticket stood when they were written. Tickets that the log names past
/// that place are read, and stand here in the place of what the files say of them.
package struct TicketIndex: Sendable {
  let segments: [ClosedSegment]
  /// The tickets to which something happened since, by the numbers of their ids, in order.
  let changed: [UInt64]
  /// Those of them that are not gone.
  let newerTickets: NewerTickets
  /// What the log says of them; nil where nothing did, where that is much, and where not all of it can be
  /// read.
  let lines: NewLines?
  let now: Instant
  let snapshot: Snapshot
  let judge: ClockJudge
  /// Judges the clocks of a ticket; nil where they cannot be judged in advance.
  let standing: @Sendable (Ticket) -> SLAStanding?
  let agenda: KeptAgenda
  let turns: KeptTurns

  /// How the changed tickets are now, without those that are gone.
  var newer: [Ticket] { get throws { try newerTickets.tickets() } }

  /// Goes through the tickets of a period in the order of their ids. Of a clock that runs, the time
  /// counted so far is right only where it is asked for `exactly`: open tickets are then judged by
  /// their documents.
  func visit(
    _ period: SLAPeriod, exactly: Bool = false, _ body: (SLACase) throws -> Void
  ) throws {
    try visitStandings(period) { standing in
      guard standing.isVolatile || exactly && !standing.isDone else {
        return try body(standing.record(at: now))
      }
      if let fresh = try fresh(standing.record.id) { try body(fresh.record) }
    }
  }

  /// Judges a ticket by its document; nil where there is none.
  func fresh(_ id: TicketID) throws -> SLAStanding? {
    try snapshot.ticket(id).flatMap(standing)
  }

  /// The tickets of a period, in order.
  package func ids(of period: SLAPeriod) throws -> [TicketID] {
    var ids: [TicketID] = []
    for segment in segments where segment.entry.bounds.mayHoldTickets(of: period) {
      let segment = segment.open()
      let (columns, live) = (try segment.columns(), try segment.live())
      for ticket in live {
        if let created = try columns.time(.created, ticket), period.covers(created) {
          ids.append(try columns.id(ticket))
        }
      }
    }
    ids += try newer.filter { period.covers($0.createdAt) }.map(\.id)
    return ids.sorted()
  }

  private func visitStandings(
    _ period: SLAPeriod, _ body: (SLAStanding) throws -> Void
  ) throws {
    for segment in segments where segment.entry.bounds.mayHoldTickets(of: period) {
      try segment.open().visitRows { row, texts in
        if period.covers(row.createdAt) { try body(row.standing(texts)) }
      }
    }
    for standing in try newer.compactMap(standing) where period.covers(standing.record.createdAt) {
      try body(standing)
    }
  }

  /// The open tickets, in the order of their ids.
  package struct Open {
    /// How many of them a policy applies to.
    package var withClocks = 0
    /// Those that are past due.
    package var overdue: [TicketID] = []
    /// Those that a check of the clocks has to look at now.
    package var due: [TicketID] = []
  }

  package func open() throws -> Open {
    var open = Open()
    let fresh = try newer.compactMap(standing).compactMap(Agenda.Entry.init)
    let entries = try agenda.agenda().replacing(Set(changed), with: fresh).entries
    for entry in entries {
      if entry.hasClocks { open.withClocks += 1 }
      if entry.dueAt < now.milliseconds { open.overdue.append(TicketID(number: entry.id)) }
      if entry.looksAt <= now.milliseconds { open.due.append(TicketID(number: entry.id)) }
    }
    return open
  }

  /// What the log says of whose work is whose, past what the files say.
  package func told() -> ToldWork { lines?.told() ?? ToldWork() }

  /// How many open tickets each has who has any; nil where clocks cannot be judged in advance, for then
  /// no list of the open tickets is kept. `isOpen` is asked about statuses.
  package func loads(
    _ told: ToldWork, _ isOpen: (String) -> Bool
  ) throws -> [String: Int]? {
    guard var loads = try agenda.loads(without: changed) else { return nil }
    func add(_ owner: String?, _ status: String) {
      if let owner, isOpen(status) { loads[owner, default: 0] += 1 }
    }
    for state in told.states.values { add(state.owner, state.status) }
    let rest = changed.filter { told.states[$0] == nil }
    for ticket in try snapshot.tickets(rest.map(TicketID.init(number:))) {
      add(ticket.assignee, ticket.status)
    }
    return loads
  }

  /// The events by which agents were given a ticket last.
  package func lastGiven(_ told: ToldWork) throws -> [String: EventID] {
    let log = EventLog(snapshot.layout)
    var given = try turns.lastGiven(log, told.hasAllTurns ? told.turns : nil)
    try given.merge(log.lastGiven(in: snapshot.unfolded), uniquingKeysWith: max)
    return try log.recent(given, newest: snapshot.newest)
  }
}
