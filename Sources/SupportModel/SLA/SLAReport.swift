/// How well a desk kept its promises about the tickets of a period, by some dimension.
///
/// Tickets are added one at a time, so that a desk of any size is reported in one pass; their ids
/// are kept only where asked for.
package struct SLAReport: Hashable, Sendable {
  package let dimension: SLADimension
  /// The tickets created at or after `since` and before `until`; nil is without bound.
  package let since: Instant?
  package let until: Instant?
  private let order: [String]
  private let namesTickets: Bool
  private var rowsByName: [String: SLAReportRow] = [:]

  /// Rows whose names stand in `order` come first, in that order; the others follow by name.
  package init(
    by dimension: SLADimension, since: Instant? = nil, until: Instant? = nil, order: [String] = [],
    namesTickets: Bool = false
  ) {
    self.dimension = dimension
    (self.since, self.until) = (since, until)
    (self.order, self.namesTickets) = (order, namesTickets)
  }

  package func covers(_ createdAt: Instant) -> Bool {
    (since.map { $0 <= createdAt } ?? true) && (until.map { createdAt < $0 } ?? true)
  }

  /// Counts a ticket where the period covers it. A ticket that no policy applies to has no outcome
  /// and counts as a ticket only.
  package mutating func add(_ ticket: SLACase) {
    guard covers(ticket.createdAt) else { return }
    let name = dimension.row(of: ticket)
    rowsByName[name, default: SLAReportRow(name)]
      .add(ticket.id, ticket.outcome, naming: namesTickets)
  }

  package var rows: [SLAReportRow] {
    let rank = Dictionary(zip(order, 0...), uniquingKeysWith: min)
    return rowsByName.values.sorted {
      (rank[$0.name] ?? order.count, $0.name) < (rank[$1.name] ?? order.count, $1.name)
    }
  }

  /// All rows in one.
  package var overall: SLAReportRow {
    rows.reduce(into: SLAReportRow("overall")) { $0.add($1) }
  }

  package var json: JSON {
    var object = JSONObject([("by", .string(dimension.rawValue))])
    object["since"] = since.map { .string($0.description) }
    object["until"] = until.map { .string($0.description) }
    object["rows"] = .array(
      rows.map { .object(JSONObject([(dimension.rawValue, .string($0.name))] + $0.members)) })
    object["overall"] = .object(JSONObject(overall.members))
    return .object(object)
  }
}
