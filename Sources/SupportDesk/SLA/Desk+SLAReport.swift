import SupportModel
import SupportStore

extension Desk {
  /// How well the promises were kept about the tickets that exist for this person.
  package func slaReport(_ request: SLAReportRequest = SLAReportRequest()) throws -> SLAReport {
    try requireStaff("see the SLA report")
    var report = request.report(settings.priorities)
    let snapshot = try store.snapshot()
    try visit(request, in: snapshot) { ticket in
      report.add(slaCase(of: ticket, in: snapshot))
    }
    return report
  }

  /// Goes through the tickets that a report is about.
  func visit(
    _ request: SLAReportRequest, in snapshot: Snapshot, _ body: (Ticket) throws -> Void
  ) throws {
    let customers = Self.customers(in: snapshot)
    try snapshot.visitTickets { ticket in
      guard permissions.mayRead(ticket), request.period.covers(ticket.createdAt),
        request.filter.matches(FilterSubject(ticket, settings, at: now, customers: customers))
      else { return }
      try body(ticket)
    }
  }

  /// A ticket with its outcome. Where that was recorded nothing is computed.
  func slaCase(of ticket: Ticket, in snapshot: Snapshot) -> SLACase {
    if settings.lifecycle.phase(of: ticket.status) == .done, let recorded = ticket.slaOutcome {
      return SLACase(ticket, outcome: recorded)
    }
    return SLACase(ticket, clocks(of: ticket, in: snapshot))
  }
}
