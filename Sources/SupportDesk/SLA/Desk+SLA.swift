import SupportModel
import SupportStore

extension Desk {
  /// The ticket's clocks now, under the policy that applies to it; nil where none does.
  func clocks(of ticket: Ticket, in snapshot: Snapshot) -> SLAClocks? {
    rules.clocks(of: ticket, customers: Self.customers(in: snapshot))
  }
}
