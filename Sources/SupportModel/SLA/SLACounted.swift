/// One clock behind a figure.
package struct SLACounted: Hashable, Sendable {
  /// What a clock is an example of.
  package enum Mark: String, Sendable, CaseIterable { case median, p90, worst }

  package var ticket: TicketID
  /// Which of the ticket's next responses it is, from 1; nil for the other clocks.
  package var number: Int?
  package var measurement: SLAMeasurement
  /// The figures that this very clock is.
  package var marks: [Mark] = []

  package init(_ ticket: TicketID, number: Int? = nil, _ measurement: SLAMeasurement) {
    (self.ticket, self.number, self.measurement) = (ticket, number, measurement)
  }

  package var json: JSONObject {
    var object = JSONObject([("id", .string(ticket.description))])
    object["number"] = number.map { .integer(Int64($0)) }
    for member in measurement.reported.members { object[member.key] = member.value }
    if !marks.isEmpty { object["marks"] = .array(marks.map { .string($0.rawValue) }) }
    return object
  }
}

extension SLAFigures {
  /// The clocks behind the figures: the late, the met, then the pending ones, the longest first.
  /// Whoever counts down the stopped ones finds the median where it is marked.
  package var explained: [SLACounted] {
    let spread = spread
    var sorted = counted.sorted { $0.place < $1.place }
    func mark(_ mark: SLACounted.Mark, _ seconds: Int?) {
      let place = sorted.firstIndex {
        $0.measurement.metAt != nil && $0.measurement.elapsedSeconds == seconds
      }
      if let place { sorted[place].marks.append(mark) }
    }
    mark(.median, spread?.median)
    mark(.p90, spread?.p90)
    mark(.worst, spread?.worst)
    return sorted
  }
}

extension SLACounted {
  fileprivate var place: (Int, Int, TicketID, Int) {
    let group =
      switch measurement.result {
      case .breached: 0
      case .met: 1
      case .pending: 2
      }
    return (group, -measurement.elapsedSeconds, ticket, number ?? 0)
  }
}
