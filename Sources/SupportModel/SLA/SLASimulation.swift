/// A desk's past twice: as it was reported, and as other policies would have judged it.
package struct SLASimulation: Hashable, Sendable {
  package private(set) var present: SLAReport
  package private(set) var proposed: SLAReport
  /// The clocks that would be late and were not, or no longer, in the order of their tickets' ids.
  package var changes: [SLADifference] { changesFound.sorted { $0.place < $1.place } }
  private var changesFound: [SLADifference] = []

  /// Two empty reports of the same kind.
  package init(_ report: SLAReport) { (present, proposed) = (report, report) }

  /// Counts one ticket with what became of its promises, and with what would have.
  package mutating func add(_ ticket: SLACase, proposed outcome: SLAOutcome?) {
    guard present.period.covers(ticket.createdAt) else { return }
    var other = ticket
    other.outcome = outcome
    present.add(ticket)
    proposed.add(other)
    for clock in SLAReportClock.promised {
      let from = ticket.outcome?.measurements(clock) ?? []
      let to = outcome?.measurements(clock) ?? []
      for place in 0..<max(from.count, to.count) {
        let difference = SLADifference(
          ticket: ticket.id, clock: clock, number: clock == .nextResponse ? place + 1 : nil,
          from: from.indices.contains(place) ? from[place] : nil,
          to: to.indices.contains(place) ? to[place] : nil)
        if difference.isOne { changesFound.append(difference) }
      }
    }
  }

  /// The rows of both, side by side. A policy that only one of them knows has a row on that side.
  package var rows: [SLAComparison] {
    let (left, right) = (present.rows, proposed.rows)
    let byName = Dictionary(right.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let known = Set(left.map(\.name))
    return left.map { SLAComparison(present: $0, proposed: byName[$0.name] ?? .init($0.name)) }
      + right.filter { !known.contains($0.name) }.map {
        SLAComparison(present: .init($0.name), proposed: $0)
      }
  }

  package var overall: SLAComparison {
    SLAComparison(present: present.overall, proposed: proposed.overall)
  }

  package var json: JSONObject {
    var object = JSONObject([("by", .string(present.dimension.rawValue))])
    object["since"] = present.period.since.map { .string($0.description) }
    object["until"] = present.period.until.map { .string($0.description) }
    object["rows"] = .array(
      rows.map {
        .object(
          JSONObject([(present.dimension.rawValue, .string($0.present.name))] + $0.members))
      })
    object["overall"] = .object(JSONObject(overall.members))
    object["changes"] = .array(changes.map { .object($0.json) })
    return object
  }
}
