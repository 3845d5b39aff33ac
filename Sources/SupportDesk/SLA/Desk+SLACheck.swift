import SupportModel
import SupportStore

/// What a check of the clocks came to.
package struct SLACheckResult: Sendable {
  /// Open tickets whose clocks were looked at.
  package var checked = 0
  /// Open tickets that are past due now.
  package var overdue = 0
  /// Warnings, breaches and escalations that were new.
  package var found = 0
  /// What rules that listen to breaches came to.
  package var rules = RuleNotices()
  package var warning: SystemError?
}

/// A finding with the ticket that it is about, as the ticket is after it.
package struct SLAFound: Sendable {
  package let ticket: Ticket
  package let finding: SLAFinding
}

extension Desk {
  /// Tickets of one transaction: few enough that nobody waits long for the lock.
  private static let batch = 200

  /// Logs each warning and breach of the open tickets' clocks once, and does what their policies say
  /// about a breach; looking again finds nothing.
  ///
  /// All is done; what is told is about the tickets that exist for this person. `tell` gets what is
  /// durable, as it becomes so, in the order of the tickets' ids.
  package func checkSLAs(
    isDryRun: Bool = false, tell: ([SLAFound]) throws -> Void = { _ in }
  ) throws -> SLACheckResult {
    try permissions.requireAgent("check the SLAs")
    // Looked for without the lock: usually there is nothing to write.
    let snapshot = try store.snapshot()
    var survey = try survey(snapshot)
    var result = SLACheckResult(checked: survey.checked)
    let staff = try survey.due.isEmpty ? Staff([]) : staff()
    for start in stride(from: 0, to: survey.due.count, by: Self.batch) {
      let ids = survey.due[start..<min(start + Self.batch, survey.due.count)]
      let all =
        try isDryRun
        ? foresee(ids, in: snapshot, staff, &survey) : log(ids, staff, &survey, &result)
      let found = all.filter { permissions.mayRead($0.ticket) }
      guard !found.isEmpty else { continue }
      result.found += found.count
      try tell(found)
    }
    result.overdue = survey.overdue.count
    return result
  }

  /// What a first look at the open tickets shows.
  private struct Survey {
    /// Of those that exist for this person.
    var checked = 0
    var overdue: Set<TicketID> = []
    /// The tickets of which something is to be logged, in order.
    var due: [TicketID] = []
  }

  private func survey(_ snapshot: Snapshot) throws -> Survey {
    guard let open = try withClocks(snapshot, { try $0.open() }) else {
      return try surveyDocuments(snapshot)
    }
    // In a copied desk all documents look touched: they are compared with the log once, and not
    // again in each transaction.
    if open.due.count > Self.batch { try snapshot.visitTickets(open.due) { _ in } }
    return Survey(checked: open.withClocks, overdue: Set(open.overdue), due: open.due)
  }

  private func surveyDocuments(_ snapshot: Snapshot) throws -> Survey {
    var survey = Survey()
    let customers = Self.customers(in: snapshot)
    try snapshot.visitTickets { ticket in
      guard settings.lifecycle.phase(of: ticket.status) != .done,
        let clocks = rules.clocks(of: ticket, customers: customers)
      else { return }
      if permissions.mayRead(ticket) {
        survey.checked += 1
        if clocks.isOverdue { survey.overdue.insert(ticket.id) }
      }
      if !SLACheck.findings(ticket, clocks).isEmpty { survey.due.append(ticket.id) }
    }
    survey.due.sort()
    return survey
  }

  /// Looks at tickets again under the lock, where others may have been faster, and logs what is new.
  private func log(
    _ ids: some Sequence<TicketID>, _ staff: Staff, _ survey: inout Survey,
    _ result: inout SLACheckResult
  ) throws -> [SLAFound] {
    var transaction = try store.transaction(for: "sla check", chance: chance, at: now)
    let found = try foresee(ids, in: transaction.snapshot, staff, &survey)
    var work = ruleWork(isDryRun: false)
    for (ticket, drafts) in byTicket(found) {
      let before = try transaction.snapshot.ticket(ticket)
      for draft in drafts { try transaction.record(draft, by: .system) }
      let occasions = drafts.map { RuleOccasion($0, by: .system) }
      try follow(occasions, of: ticket, from: before, in: &transaction, &work)
    }
    result.rules.add(notices(of: work))
    if let warning = try transaction.commit() { result.warning = warning }
    return found
  }

  /// The events of each ticket, which stand side by side.
  private func byTicket(_ found: [SLAFound]) -> [(ticket: TicketID, drafts: [EventDraft])] {
    found.reduce(into: []) { groups, found in
      if groups.last?.ticket != found.ticket.id { groups.append((found.ticket.id, [])) }
      groups[groups.count - 1].drafts.append(found.finding.draft)
    }
  }

  private func foresee(
    _ ids: some Sequence<TicketID>, in snapshot: Snapshot, _ staff: Staff,
    _ survey: inout Survey
  ) throws -> [SLAFound] {
    let customers = Self.customers(in: snapshot)
    return try snapshot.tickets(ids).flatMap { ticket in
      let checked = SLACheckedTicket(
        ticket, rules, settings.priorities, staff, customers: customers)
      survey.overdue.remove(ticket.id)
      if permissions.mayRead(checked.ticket), checked.clocks?.isOverdue == true {
        survey.overdue.insert(ticket.id)
      }
      return checked.findings.map { SLAFound(ticket: checked.ticket, finding: $0) }
    }
  }
}
