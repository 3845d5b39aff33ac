/// A desk's policies, read once and ready to be applied to many tickets at one instant.
package struct SLARules: Sendable {
  /// A policy with what its words come to in this desk at this moment.
  private struct Rule {
    var policy: SLAPolicy
    /// Nil where the policy applies to every ticket.
    var condition: FilterExpression?
    var workingTime: any WorkingTime
  }

  package let now: Instant
  package let lifecycle: Lifecycle
  private let rules: [Rule]
  let categories: CategoryPolicies

  package init(_ settings: DeskSettings, at now: Instant) {
    self.now = now
    lifecycle = settings.lifecycle
    categories = CategoryPolicies(settings.sla)
    let context = FilterContext.policies(settings, at: now)
    rules = settings.sla.policies.map { policy in
      Rule(
        policy: policy,
        condition: policy.when.map { settings.sla.conditions[$0] ?? .condition($0, context) },
        workingTime: settings.sla.workingTime(of: policy))
    }
  }

  package var policies: [SLAPolicy] { rules.map(\.policy) }

  /// What each policy asks of a ticket, in their order.
  package var conditions: [FilterExpression] { rules.map { $0.condition ?? .everything } }

  /// Which tickets get the policy at a place.
  func reach(of place: Int) -> FilterExpression {
    categories.reach(of: place, rules[place].condition ?? .everything)
  }

  /// The place of the policy that applies to a ticket: the one that its category names, or else the
  /// first whose condition holds; nil where none does.
  ///
  /// `customers` is asked only by policies that speak of the ticket's customer.
  package func place(for ticket: Ticket, customers: @escaping CustomerRecords) -> Int? {
    if let named = categories.named(for: ticket.category) { return named.place }
    let subject = FilterSubject(ticket, customer: { ticket.customer.flatMap(customers) })
    return rules.firstIndex { $0.condition?.matches(subject) ?? true }
  }

  /// The first policy that applies to a ticket; nil where none does.
  package func policy(
    for ticket: Ticket, customers: @escaping CustomerRecords
  ) -> SLAPolicy? {
    place(for: ticket, customers: customers).map { rules[$0].policy }
  }

  /// The policy that applies to a ticket and the clocks that it gives; nil where none does.
  package func policyAndClocks(
    of ticket: Ticket, customers: @escaping CustomerRecords
  ) -> (policy: SLAPolicy, clocks: SLAClocks)? {
    place(for: ticket, customers: customers).map { place in
      let rule = rules[place]
      let clocks = SLAClocks(
        ticket, rule.policy, workingTime: rule.workingTime, now: now, lifecycle: lifecycle)
      return (rule.policy, clocks)
    }
  }

  /// The ticket's clocks under the policy that applies to it; nil where none does.
  package func clocks(of ticket: Ticket, customers: @escaping CustomerRecords) -> SLAClocks? {
    policyAndClocks(of: ticket, customers: customers)?.clocks
  }
}

extension SLARules {
  /// Whether which policy applies to a ticket can change by the time alone.
  package var readsTime: Bool {
    conditions.contains { $0.isRelative || $0.terms.contains(where: \.asksForClocks) }
  }

  /// Whether which policy applies to a ticket depends on its customer's record.
  package var readsCustomers: Bool {
    conditions.contains { $0.terms.contains(where: \.asksForCustomer) }
  }
}

extension FilterContext {
  /// What the conditions of policies are read against: they ask for the desk itself.
  static func policies(_ settings: DeskSettings, at now: Instant) -> FilterContext {
    FilterContext(settings: settings, now: now, person: Person(.system))
  }
}

extension FilterExpression {
  /// A condition that was checked when the settings were read. One that was not, and is no filter,
  /// holds for no ticket.
  fileprivate static func condition(_ text: String, _ context: FilterContext) -> FilterExpression {
    (try? Filter.parse(text, context))?.expression ?? .any([])
  }
}
