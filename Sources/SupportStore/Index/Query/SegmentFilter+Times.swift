import SupportModel
import TextSearch

/// Times, and what the clocks say.
extension SegmentFilter {
  func times(_ field: FilterField, _ range: FilterRange<Instant>) throws -> Verdict {
    if field == .due { return try due(range) }
    guard let column = IndexColumn(time: field) else {
      // Few tickets have one of the others.
      return try values(field) { Instant($0.uppercased()).map(range.contains) ?? false }
    }
    let from = range.from?.milliseconds ?? .min
    // What has no time is later than any.
    let before = range.before?.milliseconds ?? IndexRow.noInstant
    var found = DocumentSet(capacity: count)
    try columns.visit(column, as: Int64.self) { ticket, time in
      if from <= time, time < before { found.insert(ticket) }
    }
    return Verdict(found)
  }

  private func due(_ range: FilterRange<Instant>) throws -> Verdict {
    try clocks { clocks, ticket in try clocks.dueAt(ticket).map(range.contains) ?? false }
  }

  func holds(_ state: FilterState) throws -> Verdict {
    switch state {
    case .unreadByAgent: try marked(.unreadByAgent)
    case .unreadByCustomer: try marked(.unreadByCustomer)
    case .unanswered: try marked(.unanswered)
    case .untold: try marked(.untold)
    case .surveyed: try marked(.surveyed)
    case .timed: try marked(.timed)
    case .paused: try clocks { clocks, ticket in try clocks.marks(ticket).contains(.isPaused) }
    case .overdue:
      try clocks { clocks, ticket in try clocks.dueAt(ticket).map { $0 < now } ?? false }
    case .breached:
      try clocks { clocks, ticket in try clocks.breachesAt(ticket) < now.milliseconds }
    }
  }

  private func clocks(_ holds: (ClockColumns, Int) throws -> Bool) throws -> Verdict {
    guard let clocks = try segment.clocks() else { return .unknown(count) }
    var (found, open) = (DocumentSet(capacity: count), DocumentSet(capacity: count))
    for ticket in 0..<count {
      if try clocks.marks(ticket).contains(.isVolatile) {
        open.insert(ticket)
      } else if try holds(clocks, ticket) {
        found.insert(ticket)
      }
    }
    open.formUnion(found)
    return Verdict(sure: found, maybe: open)
  }

  func marked(_ mark: IndexMark) throws -> Verdict {
    var found = DocumentSet(capacity: count)
    try columns.visit(.marks, as: UInt16.self) { ticket, marks in
      if marks & mark.rawValue != 0 { found.insert(ticket) }
    }
    return Verdict(found)
  }
}
