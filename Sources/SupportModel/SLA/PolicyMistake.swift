/// Something in a policy that is allowed and can hardly be meant.
package struct PolicyMistake: Hashable, Sendable {
  /// The stable names that scripts look for.
  package enum Code: String, Sendable, CaseIterable {
    /// The condition contradicts itself.
    case never
    /// Whatever it could apply to, an earlier policy takes.
    case shadowed
    /// It applies to tickets that are done, and to no others.
    case onlyDone = "only_done"
    /// A ticket of that priority gets no clock from it.
    case noTarget = "no_target"
    /// Nobody at the desk is called so.
    case unknownAgent = "unknown_agent"
    /// No agent is in a team of that name.
    case unknownTeam = "unknown_team"
    /// No ticket, agent or article has the category.
    case unknownCategory = "unknown_category"
    /// An escalation to a priority that no ticket with a target ranks below.
    case raisesNothing = "raises_nothing"
  }

  package let code: Code
  /// The place of the policy in the settings, counted from 0.
  package let policy: Int
  /// The field below the policy: `when`, `escalate.team`.
  package let field: String
  /// The same in words.
  package let detail: String

  /// The dotted place in `support.json`.
  package var path: String { "sla.policies[\(policy)].\(field)" }

  package var json: JSONObject {
    JSONObject([
      ("code", .string(code.rawValue)), ("field", .string(path)), ("detail", .string(detail)),
    ])
  }
}
