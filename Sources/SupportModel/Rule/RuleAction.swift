/// One thing that a rule does to a ticket.
package enum RuleAction: Hashable, Sendable {
  /// New values by the name of the field; `fields.NAME` for custom ones.
  case set([String: String])
  /// The code of a status to move to.
  case move(String)
  /// The code of a priority that the ticket gets unless it is at least as pressing already.
  case raise(String)
  case tag(add: [String], remove: [String])
  case assign(RuleAssignee)
  /// The ticket goes to a team; an assignee who is not in it loses it.
  case route(team: String)
  case escalate(SLAEscalation, reason: String?)
  /// An answer to the customer, by the desk itself.
  case reply(RuleReply)
  case note(String)
  /// Handles and names of teams.
  case notify([String])
  case watch([String])

  /// The word for it in the settings.
  package var name: String {
    switch self {
    case .set, .move: "set"
    case .raise: "raise"
    case .tag: "tag"
    case .assign: "assign"
    case .route: "route"
    case .escalate: "escalate"
    case .reply: "reply"
    case .note: "note"
    case .notify: "notify"
    case .watch: "watch"
    }
  }

  package static let names = [
    "set", "raise", "tag", "assign", "route", "escalate", "reply", "note", "notify", "watch",
  ]
}

/// Whom a rule gives a ticket to.
package enum RuleAssignee: Hashable, Sendable {
  /// A handle.
  case agent(String)
  /// Whoever can take it; one that somebody has stays with them.
  case automatic
  case nobody
}

/// What a rule answers.
package enum RuleReply: Hashable, Sendable {
  case text(String)
  /// The names of templates.
  case templates([String])
}
