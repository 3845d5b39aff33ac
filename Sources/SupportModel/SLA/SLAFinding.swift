/// A warning, a breach or an escalation that a ticket's document has not recorded yet.
package struct SLAFinding: Hashable, Sendable {
  /// The raw value is the field that records it, under `sla.first_response` and the like.
  package enum Level: String, Sendable {
    case warning = "warned_at"
    case breach = "breached_at"
    /// What the policy does about a breach.
    case escalation = "escalated_at"
  }

  package internal(set) var level: Level
  package let clock: SLAClock
  /// The name of the policy.
  package let policy: String
  /// When the clock reached the point to warn at, or ran out.
  package let at: Instant
  /// The event that records it.
  package internal(set) var draft: EventDraft
  /// Whom an escalation names, and who gets no tickets.
  package internal(set) var leftOut: [RuleFault] = []
}
