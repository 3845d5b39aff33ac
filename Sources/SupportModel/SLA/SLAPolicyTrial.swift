/// A policy that was tried on a ticket.
package struct SLAPolicyTrial: Hashable, Sendable {
  package let policy: SLAPolicy
  /// The part of its condition that the ticket does not fulfil; nil where the policy applies.
  package let failed: String?
  /// The category that names the policy, where that is why it applies.
  package var category: String?

  package var applies: Bool { failed == nil }
}

extension [SLAPolicyTrial] {
  /// The policy that applies in the end; nil where none does.
  var applying: SLAPolicy? { last.flatMap { $0.applies ? $0.policy : nil } }
}

extension SLARules {
  /// The policies as they are tried on a ticket: up to the first that applies, or all of them.
  func trials(of ticket: Ticket, customers: @escaping CustomerRecords) -> [SLAPolicyTrial] {
    if let (category, place) = categories.named(for: ticket.category) {
      return [SLAPolicyTrial(policy: policies[place], failed: nil, category: category)]
    }
    let subject = FilterSubject(ticket, customer: { ticket.customer.flatMap(customers) })
    var trials: [SLAPolicyTrial] = []
    for (policy, condition) in zip(policies, conditions) {
      let failed = condition.failing(subject).map(\.description)
      trials.append(SLAPolicyTrial(policy: policy, failed: failed))
      if failed == nil { break }
    }
    return trials
  }
}

extension FilterExpression {
  /// What of it does not hold: the first of several conditions, or all of it. Nil where it holds.
  func failing(_ subject: FilterSubject) -> FilterExpression? {
    if case .all(let parts) = self { return parts.lazy.compactMap { $0.failing(subject) }.first }
    return matches(subject) ? nil : self
  }
}
