import SupportModel
import SupportStore

extension Desk {
  /// How well the promises were kept about the tickets that exist for this person.
  package func slaReport(_ request: SLAReportRequest = SLAReportRequest()) throws -> SLAReport {
    try requireStaff("see the SLA report")
    let snapshot = try store.snapshot()
    if request.filter.expression == .everything,
      let report = try withClocks(snapshot, { try $0.counted(request.report(settings.priorities)) })
    {
      return report
    }
    var report = request.report(settings.priorities)
    try visit(request, in: snapshot) { report.add(slaCase(of: $0, in: snapshot)) }
    return report
  }

  /// Goes through the tickets that a report is about.
  func visit(
    _ request: SLAReportRequest, in snapshot: Snapshot, _ body: (Ticket) throws -> Void
  ) throws {
    let customers = Self.customers(in: snapshot)
    func look(_ ticket: Ticket) throws {
      guard permissions.mayRead(ticket), request.period.covers(ticket.createdAt),
        request.filter.matches(FilterSubject(ticket, rules, customers: customers))
      else { return }
      try body(ticket)
    }
    let period = request.period
    guard period != SLAPeriod(),
      let ids = try withClocks(snapshot, { try $0.ids(of: period) })
    else { return try snapshot.visitTickets(look) }
    try snapshot.visitTickets(ids, look)
  }

  /// A ticket with its outcome. Where that was recorded nothing is computed.
  func slaCase(of ticket: Ticket, in snapshot: Snapshot) -> SLACase {
    if settings.lifecycle.phase(of: ticket.status) == .done, let recorded = ticket.slaOutcome {
      return SLACase(ticket, outcome: recorded)
    }
    return SLACase(ticket, clocks(of: ticket, in: snapshot))
  }
}
