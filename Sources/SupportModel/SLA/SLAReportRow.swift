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

  /// `explaining` keeps the clocks themselves.
  mutating func add(_ ticket: SLACase, explaining: Bool) {
    let id = explaining ? ticket.id : nil
    countTicket()
    if let id { ids.append(id) }
    guard let outcome = ticket.outcome else { return }
    if let first = outcome.firstResponse { count(first, .firstResponse, of: id) }
    for (place, next) in outcome.nextResponses.enumerated() {
      count(next, .nextResponse, of: id, number: place + 1)
    }
    countResolution(outcome.resolution, first: outcome.firstResolution, of: id)
  }

  mutating func countTicket() { tickets += 1 }

  /// `id` is given where the clock itself is kept.
  mutating func count(
    _ measurement: SLAMeasurement, _ clock: SLAReportClock, of id: TicketID? = nil,
    number: Int? = nil
  ) {
    self[clock].add(measurement)
    if let id { self[clock].explain(SLACounted(id, number: number, measurement)) }
  }

  /// A ticket that was reopened has a first resolution as well; that of any other is its only one.
  mutating func countResolution(
    _ last: SLAMeasurement?, first: SLAMeasurement?, of id: TicketID? = nil
  ) {
    if first != nil { reopened += 1 }
    if let last { count(last, .resolution, of: id) }
    if let first = first ?? last { count(first, .firstResolution, of: id) }
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
