import SupportModel
import SupportStore

/// What a check of the clocks found and did.
package struct SLACheckResult: Sendable {
  package var findings: [(ticket: Ticket, finding: SLAFinding)] = []
  /// Open tickets whose clocks were looked at.
  package var checked = 0
  /// Open tickets that are past due now, found anew or not.
  package var overdue: [TicketID] = []
  package var warning: SystemError?
}

extension Desk {
  /// Logs each warning and breach of the open tickets' clocks once; looking again finds nothing.
  /// All are logged; what is told is about the tickets that exist for this person.
  package func checkSLAs(isDryRun: Bool = false) throws -> SLACheckResult {
    try permissions.requireAgent("check the SLAs")
    // Looked for first without the lock: usually there is nothing to write.
    var result = try findSLAs(in: store.snapshot())
    guard !result.findings.isEmpty, !isDryRun else { return told(result) }
    var transaction = try store.transaction(for: "sla check", chance: chance, at: now)
    result = try findSLAs(in: transaction.snapshot)
    for (_, finding) in result.findings { try transaction.record(finding.draft, by: .system) }
    result.warning = try transaction.commit()
    return told(result)
  }

  private func told(_ result: SLACheckResult) -> SLACheckResult {
    var result = result
    result.findings = result.findings.filter { permissions.mayRead($0.ticket) }
    return result
  }

  private func findSLAs(in snapshot: Snapshot) throws -> SLACheckResult {
    var result = SLACheckResult()
    if let open = try withIndex(snapshot, { $0.open() }) {
      (result.checked, result.overdue) = (open.withClocks, open.overdue)
      for ticket in try open.due.compactMap(snapshot.ticket) {
        guard let clocks = clocks(of: ticket, in: snapshot) else { continue }
        result.findings += SLACheck.findings(ticket, clocks).map { (ticket, $0) }
      }
      return result
    }
    for ticket in try snapshot.tickets()
    where settings.lifecycle.phase(of: ticket.status) != .done {
      guard let clocks = clocks(of: ticket, in: snapshot) else { continue }
      if permissions.mayRead(ticket) {
        result.checked += 1
        if clocks.isOverdue { result.overdue.append(ticket.id) }
      }
      result.findings += SLACheck.findings(ticket, clocks).map { (ticket, $0) }
    }
    return result
  }
}
