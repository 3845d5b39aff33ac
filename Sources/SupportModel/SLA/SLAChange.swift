/// What is promised about a ticket as it is at one time.
package struct SLAPromise: Hashable, Sendable {
  /// Nil where no policy applies.
  package let policy: String?
  package let targets: SLATargets

  init(_ policy: SLAPolicy?, _ ticket: Ticket) {
    self.policy = policy?.name
    targets = policy?.targets(of: ticket) ?? SLATargets()
  }
}

/// An event after which another time was promised.
package struct SLAChange: Hashable, Sendable {
  /// A field that was set, as text; nil for none.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let before: String?
    package let after: String?
  }

  package let at: Instant
  package let by: Actor
  package let fields: [Field]
  package let before: SLAPromise
  package let after: SLAPromise

  /// Whether the change says anything about one of the clocks.
  func matters(to kind: SLAClock.Kind) -> Bool {
    before.policy != after.policy || before.targets[kind] != after.targets[kind]
  }
}
