/// How well a desk kept its promises about the tickets of a period, by some dimension.
///
/// Tickets are added one at a time, so that a desk of any size is reported in one pass; the clocks
/// themselves are kept only where asked for.
package struct SLAReport: Hashable, Sendable {
  /// What the rows are.
  package let dimension: SLADimension
  package let period: SLAPeriod
  private let order: SLARowOrder
  private let explains: Bool
  private var rowsByName: [String: SLAReportRow] = [:]

  package init(
    by dimension: SLADimension, period: SLAPeriod = SLAPeriod(), order: SLARowOrder = .tickets,
    explains: Bool = false
  ) {
    (self.dimension, self.period) = (dimension, period)
    (self.order, self.explains) = (order, explains)
  }

  /// Counts a ticket where the period covers it. A ticket that no policy applies to has no outcome
  /// and counts as a ticket only.
  package mutating func add(_ ticket: SLACase) {
    guard period.covers(ticket.createdAt) else { return }
    let name = dimension.row(of: ticket)
    rowsByName[name, default: SLAReportRow(name)].add(ticket, explaining: explains)
  }

  package var rows: [SLAReportRow] { order.sorted(Array(rowsByName.values)) }

  /// All rows in one.
  package var overall: SLAReportRow {
    rowsByName.values.reduce(into: SLAReportRow("overall")) { $0.add($1) }
  }

  package var json: JSONObject {
    var object = JSONObject([("by", .string(dimension.rawValue))])
    object["since"] = period.since.map { .string($0.description) }
    object["until"] = period.until.map { .string($0.description) }
    object["rows"] = .array(
      rows.map { .object(JSONObject([(dimension.rawValue, .string($0.name))] + $0.members)) })
    object["overall"] = .object(JSONObject(overall.members))
    return object
  }
}

/// When the tickets of a report were created: at or after `since` and before `until`; nil is
/// without bound.
package struct SLAPeriod: Hashable, Sendable {
  package var since: Instant?
  package var until: Instant?

  package init(since: Instant? = nil, until: Instant? = nil) {
    (self.since, self.until) = (since, until)
  }

  package func covers(_ createdAt: Instant) -> Bool {
    (since.map { $0 <= createdAt } ?? true) && (until.map { createdAt < $0 } ?? true)
  }
}
