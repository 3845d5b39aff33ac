import CommandKit

/// Switches rules on.
extension Command where Context == Session {
  static var ruleEnable: Command {
    Command(
      "enable", "Switch rules on", needs: .desk, arguments: [RuleParameter.names],
      options: [Shared.dryRun],
      examples: ["support rule enable priority-by-keywords"]
    ) { call, session in
      try session.switchRules(call, active: true)
    }
  }
}
