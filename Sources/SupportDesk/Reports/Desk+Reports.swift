import SupportModel
import SupportStore

/// A report with the names that its numbers stand for.
package struct Reported<Report: Sendable>: Sendable {
  package let report: Report
  package let names: ReportNames
}

extension Desk {
  /// How the desk stands now, and what came, went and was measured in a period.
  package func summary(
    _ buckets: TimeBuckets, _ filter: Filter = .everything, explains: Bool = false
  ) throws -> Reported<SummaryReport> {
    try report(
      SummaryReport(buckets, explains: explains), since: buckets.period.since, filter
    ) { report, ticket, names in
      report.add(ticket, names)
    }
  }

  /// What each agent has to do, and has done in a period.
  package func agentsReport(
    _ period: ClosedPeriod, _ filter: Filter = .everything, explains: Bool = false
  ) throws -> Reported<AgentsReport> {
    try report(AgentsReport(period, explains: explains), since: period.since, filter) {
      report, ticket, _ in
      report.add(ticket)
    }
  }

  /// How many tickets came and went.
  package func volume(
    _ buckets: TimeBuckets, _ filter: Filter = .everything, explains: Bool = false
  ) throws -> Reported<VolumeReport> {
    try report(
      VolumeReport(buckets, explains: explains), since: buckets.period.since, filter
    ) { report, ticket, _ in
      report.add(ticket)
    }
  }

  /// Has a report count the tickets that exist for this person and that a filter finds; what was done
  /// before `since` does not count in it.
  private func report<Report: Sendable>(
    _ empty: Report, since: Instant, _ filter: Filter,
    _ add: (inout Report, ReportTicket, ReportNames) -> Void
  ) throws -> Reported<Report> {
    try requireStaff("see reports")
    let snapshot = try store.snapshot()
    let query = query(filter, in: snapshot)
    let overdue = try Filter.parse("is:overdue", filterContext)
    if permissions.mayReadAll,
      let reported = try withIndex(
        snapshot,
        { index in
          var (report, names) = (empty, ReportNames())
          try index.visitWork(query, since: since, overdue: overdue, &names) {
            add(&report, $0, $1)
          }
          return Reported(report: report, names: names)
        })
    {
      return reported
    }
    var (report, names) = (empty, ReportNames())
    try visit(query, in: snapshot) { subject in
      let isOverdue = overdue.matches(subject)
      let ticket = ReportTicket(subject.ticket, isOverdue: isOverdue, settings.lifecycle, &names)
      add(&report, ticket, names)
    }
    return Reported(report: report, names: names)
  }
}
