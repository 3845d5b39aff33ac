import SupportModel

/// What rules came to in one command, for the people of the desk.
package struct RuleNotices: Sendable {
  /// A rule that fired for a ticket.
  package struct Effect: Sendable {
    package let ticket: TicketID
    package let rule: String
    package let drafts: [EventDraft]
  }

  /// Those of a dry run; what was done the log tells.
  package internal(set) var effects: [Effect] = []
  /// Each once, however many tickets it is about, in the order they came up.
  package private(set) var warnings: [RuleWarning] = []
  private var known: Set<RuleWarning> = []

  package init() {}

  mutating func warn(_ warnings: [RuleWarning]) {
    for warning in warnings where known.insert(warning).inserted { self.warnings.append(warning) }
  }

  mutating func add(_ other: RuleNotices) {
    effects += other.effects
    warn(other.warnings)
  }
}
