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
    let tickets = try references.map { try resolve($0, in: snapshot) }
    // The log is read once for all of them.
    let histories = try snapshot.histories(of: tickets.map(\.key))
    return try zip(references, tickets).map { reference, found in
      var (ticket, events) = (found, histories[found.key] ?? [])
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
