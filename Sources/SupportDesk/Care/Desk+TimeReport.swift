import SupportModel
import SupportStore

extension Desk {
  /// Adds up the time that was spent on the tickets that a filter finds, by when it was noted.
  package func timeReport(
    _ dimension: TimeDimension, _ period: SLAPeriod, _ filter: Filter
  ) throws -> TimeReport {
    try requireStaff("see how time was spent")
    let snapshot = try store.snapshot()
    var report = TimeReport(dimension, period)
    let filter = filter.and(.timed(period))
    let query = query(filter, in: snapshot)
    try snapshot.visitTickets(try candidates(filter, in: snapshot)) { ticket in
      if query.found(ticket) != nil { report.add(ticket) }
    }
    return report
  }
}
