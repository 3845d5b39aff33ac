/// A clock that would be late under other policies and was not, or the other way round.
package struct SLADifference: Hashable, Sendable {
  package let ticket: TicketID
  package let clock: SLAReportClock
  /// Which of the ticket's next responses it is, from 1; nil for the other clocks.
  package let number: Int?
  /// Nil where nothing was promised.
  package let from: SLAMeasurement?
  package let to: SLAMeasurement?

  /// What is not promised is not late.
  var isOne: Bool { (from?.isBreached ?? false) != (to?.isBreached ?? false) }

  /// By how many seconds of working time the clock would miss its target, or keep it when negative;
  /// nil where nothing would be promised.
  package var overSeconds: Int? { to.map { $0.elapsedSeconds - $0.targetSeconds } }

  var place: (TicketID, String, Int) { (ticket, clock.rawValue, number ?? 0) }

  package var json: JSONObject {
    var object = JSONObject([
      ("id", .string(ticket.description)), ("clock", .string(clock.rawValue)),
    ])
    object["number"] = number.map { .integer(Int64($0)) }
    object["from"] = from.map { .object($0.reported) } ?? .null
    object["to"] = to.map { .object($0.reported) } ?? .null
    object["over_seconds"] = overSeconds.map { .integer(Int64($0)) }
    return object
  }
}
