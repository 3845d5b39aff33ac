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

  /// Goes through the tickets that were created at or after `since` and before `until`, in the order
  /// of their ids. Of a clock that runs, the time counted so far is right only where it is asked for
  /// `exactly`: open tickets are then judged by their documents.
  package func visit(
    since: Instant?, until: Instant?, exactly: Bool = false, _ body: (SLACase) throws -> Void
  ) throws {
    try visit(since, until) { standing in
      guard standing.isVolatile || exactly && !standing.isDone else {
        return try body(standing.record(at: now))
      }
      if let fresh = try judge(standing.record.id) { try body(fresh.record) }
    }
  }

  /// The tickets of a period.
  package func ids(since: Instant?, until: Instant?) throws -> [TicketID] {
    var ids: [TicketID] = []
    try visit(since, until) { ids.append($0.record.id) }
    return ids
  }

  private func visit(
    _ since: Instant?, _ until: Instant?, _ body: (SLAStanding) throws -> Void
  ) throws {
    func visit(_ standing: SLAStanding) throws {
      let created = standing.record.createdAt
      if since.map({ $0 <= created }) ?? true, until.map({ created < $0 }) ?? true {
        try body(standing)
      }
    }
    var waiting = newer.compactMap(\.value).sorted { $0.record.id < $1.record.id }[...]
    try leaves.visit(since: since, until: until) { standing in
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
    let replaced = Set(newer.keys.map(\.number))
    let added = newer.values.compactMap { $0.flatMap(Agenda.Entry.init) }
    let entries =
      replaced.isEmpty
      ? agenda.entries
      : (agenda.entries.filter { !replaced.contains($0.id) } + added).sorted { $0.id < $1.id }
    var open = Open()
    for entry in entries {
      if entry.hasClocks { open.withClocks += 1 }
      if entry.dueAt < now.milliseconds { open.overdue.append(TicketID(number: entry.id)) }
      if entry.looksAt <= now.milliseconds { open.due.append(TicketID(number: entry.id)) }
    }
    return open
  }
}
