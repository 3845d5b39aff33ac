/// How many tickets came and went, day by day, week by week or month by month.
package struct VolumeReport: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package let name: String
    package let opened: Int
    /// Resolved, and not open again.
    package let resolved: Int
    /// Opened before the end of it, and not done by then.
    package let openAtEnd: Int
  }

  package let buckets: TimeBuckets
  private var opened: [Int]
  private var resolved: [Int]
  /// Those that were done in whatever way.
  private var done: [Int]
  /// Tickets that were open when the period ended: counted back from those that are open now, so
  /// that what was done long ago need not be counted.
  private var openAtEnd = 0
  private let explains: Bool
  private var counted: [ReportEvidence] = []

  package init(_ buckets: TimeBuckets, explains: Bool = false) {
    (self.buckets, self.explains) = (buckets, explains)
    opened = Array(repeating: 0, count: buckets.count)
    (resolved, done) = (opened, opened)
  }

  package mutating func add(_ ticket: ReportTicket) {
    if ticket.isOpen { openAtEnd += 1 }
    if ticket.createdAt >= buckets.period.until { openAtEnd -= 1 }
    if let place = buckets.place(of: ticket.createdAt) {
      opened[place] += 1
      note(.opened, place, ticket)
    }
    if let resolvedAt = ticket.resolvedAt, let place = buckets.place(of: resolvedAt) {
      resolved[place] += 1
      note(.resolved, place, ticket)
    }
    guard let doneAt = ticket.doneAt else { return }
    if doneAt >= buckets.period.until { openAtEnd += 1 }
    if let place = buckets.place(of: doneAt) { done[place] += 1 }
  }

  private mutating func note(_ figure: WorkFigure, _ place: Int, _ ticket: ReportTicket) {
    guard explains else { return }
    counted.append(ReportEvidence(buckets.names[place], figure.rawValue, ticket.id))
  }

  package var evidence: [ReportEvidence] { counted.inOrder }

  package var rows: [Row] {
    var open = openAtEnd - opened.reduce(0, +) + done.reduce(0, +)
    return buckets.names.indices.map { place in
      open += opened[place] - done[place]
      return Row(
        name: buckets.names[place], opened: opened[place], resolved: resolved[place],
        openAtEnd: open)
    }
  }

  package var json: JSONObject {
    var object = buckets.period.members
    object["by"] = .string(buckets.unit.rawValue)
    object["rows"] = .array(rows.map { .object($0.json(buckets.unit)) })
    if explains { object["tickets"] = .array(evidence.map { .object($0.json) }) }
    return object
  }
}

extension VolumeReport.Row {
  package func json(_ unit: TimeBuckets.Unit) -> JSONObject {
    JSONObject([
      (unit.rawValue, .string(name)), ("opened", .integer(Int64(opened))),
      ("resolved", .integer(Int64(resolved))), ("open_at_end", .integer(Int64(openAtEnd))),
    ])
  }
}

extension ClosedPeriod {
  package var members: JSONObject {
    JSONObject([("since", .string(since.description)), ("until", .string(until.description))])
  }
}
