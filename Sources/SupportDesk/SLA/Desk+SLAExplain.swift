import SupportModel
import SupportStore

extension Desk {
  /// Why the clocks of tickets show what they show: now, or at a point in time with what was known
  /// by then. A time to come shows how they will stand if nothing happens.
  package func explainSLAs(
    _ references: [String], at time: Instant? = nil
  ) throws -> [SLAExplanation] {
    try requireStaff("see how SLA clocks run")
    let snapshot = try store.snapshot()
    return try references.map { reference in
      var ticket = try resolve(reference, in: snapshot)
      var events = try snapshot.history(of: ticket.key)
      if let time {
        events.removeAll { $0.at > time }
        guard let past = Fold.document(events).flatMap(Ticket.init), permissions.mayRead(past)
        else { throw DeskError.notFound(kind: "ticket at that time", name: reference, known: []) }
        ticket = past
      }
      return SLAExplanation(
        ticket, events, settings, at: time ?? now, customers: Self.customers(in: snapshot))
    }
  }
}
