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
    let ids = try ids(filter.and(.timed), in: snapshot)
    try snapshot.visitTickets(ids) { report.add($0) }
    return report
  }
}
