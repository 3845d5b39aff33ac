/// How often one kind of promise was kept. Counts are of clocks: a ticket with three next responses
/// counts three times.
package struct SLAFigures: Hashable, Sendable {
  package private(set) var met = 0
  package private(set) var breached = 0
  /// Clocks that run and are not yet due; they count as neither.
  package private(set) var pending = 0
  /// What the stopped clocks took, in working time.
  private var seconds: [Int] = []
  /// The clocks one by one, where the report is to explain itself.
  package private(set) var counted: [SLACounted] = []

  package init() {}

  mutating func add(_ measurement: SLAMeasurement) {
    switch measurement.result {
    case .met: met += 1
    case .breached: breached += 1
    case .pending: pending += 1
    }
    if measurement.metAt != nil { seconds.append(measurement.elapsedSeconds) }
  }

  mutating func explain(_ clock: SLACounted) { counted.append(clock) }

  mutating func add(_ other: SLAFigures) {
    met += other.met
    breached += other.breached
    pending += other.pending
    seconds += other.seconds
    counted += other.counted
  }

  /// The clocks that count for the compliance.
  package var measured: Int { met + breached }

  package var isEmpty: Bool { measured + pending == 0 }

  /// The part that was met in steps of one in `steps`, rounded half up; nil when nothing was
  /// measured. All and nothing are said only where they are true: 999 of 1000 are never 100%.
  package func compliance(in steps: Int) -> Int? {
    guard measured > 0 else { return nil }
    let rounded = (met * steps + measured / 2) / measured
    return met == 0 || breached == 0 ? rounded : min(max(rounded, 1), steps - 1)
  }

  /// From 0 to 1 in four decimals.
  package var compliance: Double? { compliance(in: 10_000).map { Double($0) / 10_000 } }

  /// Sorts what was measured: ask once. Nil where no clock has stopped.
  package var spread: SLASpread? { SLASpread(seconds) }

  package var json: JSONObject {
    var object = JSONObject([
      ("measured", .integer(Int64(measured))), ("met", .integer(Int64(met))),
      ("breached", .integer(Int64(breached))), ("pending", .integer(Int64(pending))),
    ])
    object["compliance"] = compliance.map(JSON.number)
    if let spread {
      object["median_seconds"] = .integer(Int64(spread.median))
      object["p90_seconds"] = .integer(Int64(spread.p90))
      object["worst_seconds"] = .integer(Int64(spread.worst))
    }
    if !counted.isEmpty { object["clocks"] = .array(explained.map { .object($0.json) }) }
    return object
  }
}
