import SupportModel

/// What a report is asked to be about.
package struct SLAReportRequest: Sendable {
  package var dimension = SLADimension.priority
  package var period = SLAPeriod()
  /// Only tickets that it matches; in which order it would list them does not matter.
  package var filter = Filter.everything
  /// Nil for the order that is natural to the dimension.
  package var order: SLARowOrder?
  /// Whether the clocks behind the figures are kept.
  package var explains = false

  package init() {}

  /// A report that nothing is counted in yet.
  func report(_ priorities: Priorities) -> SLAReport {
    SLAReport(
      by: dimension, period: period, order: order ?? SLARowOrder(natural: dimension, priorities),
      explains: explains)
  }
}
