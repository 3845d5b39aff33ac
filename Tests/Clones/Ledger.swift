/// The events that commands acknowledged, and which of them may be gone.
struct Ledger {
  private(set) var lines: [String: String] = [:]
  /// Events that a hard reset threw away before any other copy had them.
  private(set) var thrownAway: Set<String> = []

  mutating func acknowledge(_ events: [LoggedEvent]) {
    for event in events where lines[event.id] == nil { lines[event.id] = event.line }
  }

  mutating func throwAway(_ ids: Set<String>) { thrownAway.formUnion(ids) }

  /// The ids of events that have to be everywhere.
  var due: Set<String> { Set(lines.keys).subtracting(thrownAway) }
}
