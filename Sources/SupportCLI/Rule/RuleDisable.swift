import CommandKit

/// Switches rules off.
extension Command where Context == Session {
  static var ruleDisable: Command {
    Command(
      "disable", "Switch rules off", needs: .desk, arguments: [RuleParameter.names],
      options: [Shared.dryRun],
      examples: ["support rule disable priority-by-keywords"]
    ) { call, session in
      try session.switchRules(call, active: false)
    }
  }
}
