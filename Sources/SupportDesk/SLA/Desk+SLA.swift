import SupportModel
import SupportStore

extension Desk {
  /// The ticket's clocks now, under the policy that applies to it; nil where none does.
  func clocks(of ticket: Ticket, in snapshot: Snapshot) -> SLAClocks? {
    rules.clocks(of: ticket, customers: Self.customers(in: snapshot))
  }

  /// Has `body` use what the index knows of the clocks; nil where it cannot serve, or where this
  /// person may not see all tickets.
  func withClocks<Result>(
    _ snapshot: Snapshot, _ body: (TicketIndex) throws -> Result
  ) throws -> Result? {
    guard permissions.mayReadAll, !rules.readsTime else { return nil }
    return try withIndex(snapshot, body)
  }

  /// Has `body` use the index of all tickets; nil where it cannot serve.
  func withIndex<Result>(
    _ snapshot: Snapshot, _ body: (TicketIndex) throws -> Result
  ) throws -> Result? {
    try store.withIndex(snapshot, at: now, judge(in: snapshot), watch: indexWatch, body)
  }

  /// The tickets that a reference may mean, whether or not they exist for this person.
  func candidates(for reference: TicketReference, in snapshot: Snapshot) throws -> [TicketID] {
    try store.candidates(for: reference, in: snapshot, at: now, judge(in: snapshot))
  }

  private func judge(in snapshot: Snapshot) -> ClockJudge {
    ClockJudge(readsTime: rules.readsTime, readsCustomers: rules.readsCustomers) {
      clocks(of: $0, in: snapshot)
    }
  }
}
