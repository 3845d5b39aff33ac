/// How well a desk kept its promises about the tickets of a period, by some dimension.
///
/// Tickets are added one at a time, so that a desk of any size is reported in one pass; the clocks
/// themselves are kept only where asked for.
package struct SLAReport: Hashable, Sendable {
  /// What the rows are.
  package let dimension: SLADimension
  package let period: SLAPeriod
  private let order: SLARowOrder
  /// Whether the clocks behind the figures are kept.
  package let explains: Bool
  private var found: [SLAReportRow] = []
  private var places: [String: Int] = [:]

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
    found[place(of: dimension.row(of: ticket))].add(ticket, explaining: explains)
  }

  package var rows: [SLAReportRow] { order.sorted(found) }

  /// All rows in one.
  package var overall: SLAReportRow { found.reduce(into: SLAReportRow("overall")) { $0.add($1) } }

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

/// For whoever has counted the tickets of a period by their rows already, and explains none of them.
extension SLAReport {
  /// Where the row of a name is; it is there from then on.
  package mutating func place(of row: String) -> Int {
    if let place = places[row] { return place }
    places[row] = found.count
    found.append(SLAReportRow(row))
    return found.count - 1
  }

  package mutating func countTicket(at place: Int) { found[place].countTicket() }

  /// Counts what one clock of a ticket showed; for the resolution see `countResolution`.
  package mutating func count(_ measurement: SLAMeasurement, _ clock: SLAReportClock, at place: Int)
  {
    found[place].count(measurement, clock)
  }

  /// Counts the last resolution of a ticket, and the first one of a ticket that was reopened.
  package mutating func countResolution(
    _ last: SLAMeasurement?, first: SLAMeasurement?, at place: Int
  ) {
    found[place].countResolution(last, first: first)
  }
}
