import CommandKit
import SupportDesk
import SupportModel

/// Shows a rule.
extension Command where Context == Session {
  static var ruleShow: Command {
    Command(
      "show", "Show a rule as it is written", needs: .desk, arguments: [RuleParameter.name],
      details: "What it prints is what `support rule edit` takes.",
      examples: ["support rule show vip", "support rule show vip > vip.json"]
    ) { call, session in
      let rule = try session.desk().rule(call[RuleParameter.name])
      try session.output.show(rule, fields: RuleRow.members) {
        let text = String(decoding: JSON.object(rule).prettyBytes, as: UTF8.self)
        return session.output.isTerminal ? Visible.body(text) : text
      }
    }
  }
}
