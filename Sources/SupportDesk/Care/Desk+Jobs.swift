import SupportModel
import SupportStore

/// What a job came to.
package struct JobResult: Sendable {
  /// What rules did besides.
  package var rules = RuleNotices()
  package var warning: SystemError?
}

/// A ticket that a job changed, as it is after that, with what was done.
package struct JobFound: Sendable {
  package let ticket: Ticket
  package let draft: EventDraft
}

extension Desk {
  /// Reminds customers who do not answer, and closes their tickets in the end.
  package func autoclose(
    isDryRun: Bool = false, tell: ([JobFound]) throws -> Void = { _ in }
  ) throws -> JobResult {
    try run("ticket autoclose", .idle(settings.care, at: now), isDryRun, tell) { ticket, acting in
      try ticket.autoclose(acting)
    }
  }

  /// Opens the tickets that were laid aside until now, and those in which a question arrived while
  /// they waited for the customer.
  package func wake(
    isDryRun: Bool = false, tell: ([JobFound]) throws -> Void = { _ in }
  ) throws -> JobResult {
    try run("ticket wake", .due(settings.care, at: now), isDryRun, tell) { $0.wake($1) }
  }

  /// Notes which customers wait for an answer for too long, once for each wait.
  package func noteUnanswered(
    after span: TimeSpan? = nil, isDryRun: Bool = false,
    tell: ([JobFound]) throws -> Void = { _ in }
  ) throws -> JobResult {
    let span = span ?? settings.care.unansweredAfter
    let filter = Filter.unanswered(settings.lifecycle, since: now - span)
    return try run("ticket unanswered", filter, isDryRun, tell) {
      $0.noteUnanswered(after: span, $1)
    }
  }

  /// Asks the customers of closed tickets how well they were helped, each once.
  package func askSurveys(
    isDryRun: Bool = false, tell: ([JobFound]) throws -> Void = { _ in }
  ) throws -> JobResult {
    try run("ticket survey", .unasked(settings.care, at: now), isDryRun, tell) { $0.askSurvey($1) }
  }

  /// Tickets of one transaction: few enough that nobody waits long for the lock.
  private static let batch = 200

  /// Looks at the tickets that a filter may find, and logs what `decide` says about each. It acts for
  /// the desk, whoever runs it; what is told is about the tickets that exist for them.
  ///
  /// Usually nothing is due, and then no lock is taken; a dry run takes none ever. What seems due is
  /// decided on under the lock, where others may have been faster.
  private func run(
    _ purpose: String, _ filter: Filter, _ isDryRun: Bool, _ tell: ([JobFound]) throws -> Void,
    _ decide: (Ticket, Acting) throws -> EventDraft?
  ) throws -> JobResult {
    try permissions.requireAgent("run the desk's jobs")
    let snapshot = try store.snapshot()
    let acting = actingAsDesk(in: snapshot)
    var due: [TicketID] = []
    try snapshot.visitTickets(try asDesk.candidates(filter, in: snapshot)) { ticket in
      if try decide(ticket, acting) != nil { due.append(ticket.id) }
    }
    due.sort()
    var result = JobResult()
    for start in stride(from: 0, to: due.count, by: Self.batch) {
      let ids = due[start..<min(start + Self.batch, due.count)]
      let all =
        try isDryRun
        ? foresee(ids, in: snapshot, &result, decide) : log(ids, purpose, &result, decide)
      let found = all.filter { permissions.mayRead($0.ticket) }
      if !found.isEmpty { try tell(found) }
    }
    return result
  }

  private func foresee(
    _ ids: ArraySlice<TicketID>, in snapshot: Snapshot, _ result: inout JobResult,
    _ decide: (Ticket, Acting) throws -> EventDraft?
  ) throws -> [JobFound] {
    let acting = actingAsDesk(in: snapshot)
    var work = ruleWork(isDryRun: true)
    let found = try snapshot.tickets(ids).compactMap { ticket -> JobFound? in
      guard let draft = try decide(ticket, acting) else { return nil }
      let after = try foresee(
        [RuleOccasion(draft, by: .system)], of: ticket.after(draft, at: now, by: .system),
        from: ticket, in: snapshot, &work)
      return JobFound(ticket: after, draft: draft)
    }
    result.rules.add(notices(of: work))
    return found
  }

  private func log(
    _ ids: ArraySlice<TicketID>, _ purpose: String, _ result: inout JobResult,
    _ decide: (Ticket, Acting) throws -> EventDraft?
  ) throws -> [JobFound] {
    var transaction = try store.transaction(for: purpose, chance: chance, at: now)
    let acting = actingAsDesk(in: transaction.snapshot)
    var work = ruleWork(isDryRun: false)
    var found: [JobFound] = []
    for ticket in try transaction.snapshot.tickets(ids) {
      guard let draft = try decide(ticket, acting) else { continue }
      transaction.record(draft, to: ticket.document, by: .system)
      try follow(
        [RuleOccasion(draft, by: .system)], of: ticket.id, from: ticket, in: &transaction, &work)
      let after = try transaction.snapshot.ticket(ticket.id) ?? ticket
      found.append(JobFound(ticket: after, draft: draft))
    }
    result.rules.add(notices(of: work))
    if let warning = try transaction.commit() { result.warning = warning }
    return found
  }

  /// The desk as it looks at itself.
  private var asDesk: Desk {
    var desk = Desk(store, as: Person(.system), at: now, chance: chance)
    desk.indexWatch = indexWatch
    return desk
  }
}
