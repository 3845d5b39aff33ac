/// The figures of all tickets that have one value of a report's dimension.
package struct SLAReportRow: Hashable, Sendable {
  package let name: String
  package private(set) var tickets = 0
  /// The tickets that were done, and then were not.
  package private(set) var reopened = 0
  private var firstResponse = SLAFigures()
  private var nextResponse = SLAFigures()
  private var resolution = SLAFigures()
  private var firstResolution = SLAFigures()
  /// The tickets, where the report is to explain itself.
  package private(set) var ids: [TicketID] = []

  package init(_ name: String) { self.name = name }

  package private(set) subscript(clock: SLAReportClock) -> SLAFigures {
    get {
      switch clock {
      case .firstResponse: firstResponse
      case .nextResponse: nextResponse
      case .resolution: resolution
      case .firstResolution: firstResolution
      }
    }
    _modify {
      switch clock {
      case .firstResponse: yield &firstResponse
      case .nextResponse: yield &nextResponse
      case .resolution: yield &resolution
      case .firstResolution: yield &firstResolution
      }
    }
  }

  mutating func add(_ ticket: SLACase, explaining: Bool) {
    tickets += 1
    if explaining { ids.append(ticket.id) }
    guard let outcome = ticket.outcome else { return }
    if outcome.firstResolution != nil { reopened += 1 }
    if let first = outcome.firstResponse { count(first, .firstResponse) }
    for (place, next) in outcome.nextResponses.enumerated() {
      count(next, .nextResponse, number: place + 1)
    }
    if let last = outcome.resolution { count(last, .resolution) }
    if let first = outcome.firstResolution ?? outcome.resolution { count(first, .firstResolution) }

    func count(_ measurement: SLAMeasurement, _ clock: SLAReportClock, number: Int? = nil) {
      self[clock].add(measurement)
      if explaining { self[clock].explain(SLACounted(ticket.id, number: number, measurement)) }
    }
  }

  mutating func countTicket() { tickets += 1 }

  mutating func countReopened() { reopened += 1 }

  mutating func count(_ measurement: SLAMeasurement, _ clock: SLAReportClock) {
    self[clock].add(measurement)
  }

  mutating func add(_ other: SLAReportRow) {
    tickets += other.tickets
    reopened += other.reopened
    ids += other.ids
    for clock in SLAReportClock.allCases { self[clock].add(other[clock]) }
  }

  /// The late clocks of all promises.
  package var late: Int { SLAReportClock.promised.reduce(0) { $0 + self[$1].breached } }

  /// The clocks that have something to say here: the first resolution only beside another last one.
  package var clocks: [SLAReportClock] {
    SLAReportClock.promised + (reopened > 0 ? [.firstResolution] : [])
  }

  var members: [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("tickets", .integer(Int64(tickets))), ("reopened", .integer(Int64(reopened))),
    ]
    members += clocks.map { ($0.rawValue, .object(self[$0].json)) }
    if !ids.isEmpty {
      members.append(("ticket_ids", .array(ids.sorted().map { .string($0.description) })))
    }
    return members
  }
}
