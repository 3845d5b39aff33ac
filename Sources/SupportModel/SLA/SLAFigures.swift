/// How often one kind of promise was kept. Counts are of answers: a ticket with three next
/// responses counts three times.
package struct SLAFigures: Hashable, Sendable {
  package private(set) var met = SLATally()
  package private(set) var breached = SLATally()
  /// Clocks that run and are not yet due; they count as neither.
  package private(set) var pending = SLATally()
  /// What the stopped clocks took, in working time.
  private var seconds: [Int] = []

  package init() {}

  mutating func add(_ measurement: SLAMeasurement, of id: TicketID, naming: Bool) {
    switch measurement.result {
    case .met: met.add(id, naming: naming)
    case .breached: breached.add(id, naming: naming)
    case .pending: pending.add(id, naming: naming)
    }
    if measurement.metAt != nil { seconds.append(measurement.elapsedSeconds) }
  }

  mutating func add(_ other: SLAFigures) {
    met.add(other.met)
    breached.add(other.breached)
    pending.add(other.pending)
    seconds += other.seconds
  }

  package var measured: Int { met.count + breached.count }

  /// The part that was met, from 0 to 1; nil when nothing was measured.
  package var compliance: Double? {
    measured == 0 ? nil : Double(met.count) / Double(measured)
  }

  /// The seconds that half of the stopped clocks did not exceed (nearest rank).
  package var medianSeconds: Int? { nearestRank(50, of: seconds) }

  /// The seconds that nine of ten stopped clocks did not exceed (nearest rank).
  package var p90Seconds: Int? { nearestRank(90, of: seconds) }

  /// The compliance is rounded to four decimals.
  package var json: JSON {
    var object = JSONObject([
      ("measured", .integer(Int64(measured))), ("met", .integer(Int64(met.count))),
      ("breached", .integer(Int64(breached.count))), ("pending", .integer(Int64(pending.count))),
    ])
    if measured > 0 {
      let tenThousandths = (met.count * 10_000 + measured / 2) / measured
      object["compliance"] = .number(Double(tenThousandths) / 10_000)
    }
    object["median_seconds"] = medianSeconds.map { .integer(Int64($0)) }
    object["p90_seconds"] = p90Seconds.map { .integer(Int64($0)) }
    object["met_tickets"] = met.json
    object["breached_tickets"] = breached.json
    object["pending_tickets"] = pending.json
    return .object(object)
  }
}

/// A count and, where a report is to explain itself, the tickets behind it.
package struct SLATally: Hashable, Sendable {
  package private(set) var count = 0
  package private(set) var tickets: [TicketID] = []

  package init() {}

  mutating func add(_ id: TicketID, naming: Bool) {
    count += 1
    if naming { tickets.append(id) }
  }

  mutating func add(_ other: SLATally) {
    count += other.count
    tickets += other.tickets
  }

  /// The ids; nil where there are none to show.
  var json: JSON? {
    tickets.isEmpty ? nil : .array(tickets.sorted().map { .string($0.description) })
  }
}

/// The smallest of the numbers that at least `percent` of them do not exceed: the one at rank
/// ⌈percent × count ÷ 100⌉, always one that was measured. Of two, the median is the smaller.
package func nearestRank(_ percent: Int, of numbers: [Int]) -> Int? {
  guard !numbers.isEmpty else { return nil }
  return numbers.sorted()[max(1, (percent * numbers.count + 99) / 100) - 1]
}
