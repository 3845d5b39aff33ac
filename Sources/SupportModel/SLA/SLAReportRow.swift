/// The figures of all tickets that have one value of a report's dimension.
package struct SLAReportRow: Hashable, Sendable {
  package let name: String
  package private(set) var tickets = SLATally()
  package private(set) var firstResponse = SLAFigures()
  package private(set) var nextResponse = SLAFigures()
  package private(set) var resolution = SLAFigures()

  init(_ name: String) { self.name = name }

  mutating func add(_ id: TicketID, _ outcome: SLAOutcome?, naming: Bool) {
    tickets.add(id, naming: naming)
    guard let outcome else { return }
    if let measurement = outcome.firstResponse {
      firstResponse.add(measurement, of: id, naming: naming)
    }
    for measurement in outcome.nextResponses {
      nextResponse.add(measurement, of: id, naming: naming)
    }
    if let measurement = outcome.resolution {
      resolution.add(measurement, of: id, naming: naming)
    }
  }

  mutating func add(_ other: SLAReportRow) {
    tickets.add(other.tickets)
    firstResponse.add(other.firstResponse)
    nextResponse.add(other.nextResponse)
    resolution.add(other.resolution)
  }

  var members: [(String, JSON)] {
    [
      ("tickets", .integer(Int64(tickets.count))), ("first_response", firstResponse.json),
      ("next_response", nextResponse.json), ("resolution", resolution.json),
    ] + (tickets.json.map { [("ticket_ids", $0)] } ?? [])
  }
}
