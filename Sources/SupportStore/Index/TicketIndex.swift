import SupportModel

/// What is known of all tickets without reading their documents: derived from them, disposable, and
/// never behind the log.
///
/// The files hold how each ticket stood when they were written. Tickets that the log names past
/// that place are judged by their documents, which stand here in the place of the rows.
package struct TicketIndex {
  let leaves: IndexLeaves
  let agenda: Agenda
  /// What became of tickets since; nil for those that are gone.
  let newer: [TicketID: SLAStanding?]
  let now: Instant
  /// Judges a ticket by its document; nil where there is none.
  let judge: (TicketID) throws -> SLAStanding?

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
      if let fresh = try judge(standing.record.id) { try body(fresh.record) }
    }
  }

  /// The tickets of a period, in order.
  package func ids(of period: SLAPeriod) throws -> [TicketID] {
    var ids: [TicketID] = []
    try visitStandings(period) { ids.append($0.record.id) }
    return ids
  }

  private func visitStandings(
    _ period: SLAPeriod, _ body: (SLAStanding) throws -> Void
  ) throws {
    func visit(_ standing: SLAStanding) throws {
      if period.covers(standing.record.createdAt) { try body(standing) }
    }
    var waiting = newer.compactMap(\.value).sorted { $0.record.id < $1.record.id }[...]
    try leaves.visit(period) { standing in
      while let first = waiting.first, first.record.id < standing.record.id {
        try visit(first)
        waiting.removeFirst()
      }
      if newer.isEmpty || newer[standing.record.id] == nil { try visit(standing) }
    }
    for standing in waiting { try visit(standing) }
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

  package func open() -> Open {
    var open = Open()
    for entry in agenda.replacing(newer).entries {
      if entry.hasClocks { open.withClocks += 1 }
      if entry.dueAt < now.milliseconds { open.overdue.append(TicketID(number: entry.id)) }
      if entry.looksAt <= now.milliseconds { open.due.append(TicketID(number: entry.id)) }
    }
    return open
  }
}
