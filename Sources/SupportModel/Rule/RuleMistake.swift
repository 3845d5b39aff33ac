/// Something in a rule that is allowed and can hardly be meant.
package struct RuleMistake: Hashable, Sendable {
  /// The stable names that scripts look for.
  package enum Code: String, Sendable, CaseIterable {
    /// The condition contradicts itself.
    case never
    /// Nobody at the desk is called so, or they are a viewer.
    case unknownAgent = "unknown_agent"
    /// No agent is in a team of that name.
    case unknownTeam = "unknown_team"
    /// No ticket, agent or article has the category.
    case unknownCategory = "unknown_category"
    /// There is no such template.
    case unknownTemplate = "unknown_template"
    /// Its own actions make it fire again.
    case answersItself = "answers_itself"
  }

  package let code: Code
  /// The place of the rule in the settings, counted from 0.
  package let rule: Int
  /// The field below the rule: `when`, `then[0].assign`.
  package let field: String
  /// The same in words.
  package let detail: String

  /// The dotted place in `support.json`.
  package var path: String { "rules[\(rule)].\(field)" }

  package var json: JSONObject {
    JSONObject([
      ("code", .string(code.rawValue)), ("field", .string(path)), ("detail", .string(detail)),
    ])
  }
}
