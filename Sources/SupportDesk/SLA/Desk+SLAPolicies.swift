import SupportModel
import SupportStore

/// A policy as it stands in this desk now.
package struct PolicyStanding: Sendable {
  /// Counted from 1, in the order they are tried.
  package let place: Int
  package let policy: SLAPolicy
  /// How many open tickets it applies to: those that no policy before it takes.
  package let openTickets: Int
  package let mistakes: [PolicyMistake]
}

extension Desk {
  /// The policies in their order, with the open tickets that exist for this person.
  package func slaPolicies() throws -> [PolicyStanding] {
    try requireStaff("see the SLA policies")
    let snapshot = try store.snapshot()
    let customers = Self.customers(in: snapshot)
    let staff = try staff()
    var categories = staff.categories
    categories.formUnion(try categoryFiles.paths())
    categories.formUnion(try articles.all().values.compactMap(\.category))
    var counts = rules.policies.map { _ in 0 }
    try snapshot.visitTickets { ticket in
      ticket.category.map { _ = categories.insert($0) }
      guard settings.lifecycle.phase(of: ticket.status) != .done, permissions.mayRead(ticket),
        let place = rules.place(for: ticket, customers: customers)
      else { return }
      counts[place] += 1
    }
    let mistakes = PolicyReview.mistakes(
      in: settings, at: now, KnownNames(staff, categories: categories))
    return rules.policies.indices.map { place in
      PolicyStanding(
        place: place + 1, policy: rules.policies[place], openTickets: counts[place],
        mistakes: mistakes.filter { $0.policy == place })
    }
  }
}
