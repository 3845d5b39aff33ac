import SupportModel
import SupportStore

extension Desk {
  /// How well the promises were kept about the tickets of a period that exist for this person, by
  /// priority.
  package func slaReport(since: Instant?, until: Instant?) throws -> SLAReport {
    try requireStaff("see the SLA report")
    let snapshot = try store.snapshot()
    let order = settings.priorities.all.sorted { $0.rank > $1.rank }.map(\.code)
    var report = SLAReport(
      by: .priority, since: since, until: until, order: order, namesTickets: true)
    let indexed = try withIndex(snapshot) { index in
      var report = report
      try index.visit(since: since, until: until) { report.add($0) }
      return report
    }
    if let indexed { return indexed }
    try snapshot.visitTickets { ticket in
      guard permissions.mayRead(ticket) else { return }
      report.add(SLACase(ticket, clocks(of: ticket, in: snapshot)))
    }
    return report
  }
}
