import CommandKit
import SupportDesk
import SupportModel

/// Removes rules.
extension Command where Context == Session {
  static var ruleRemove: Command {
    Command(
      "remove", "Remove rules", needs: .desk, arguments: [RuleParameter.names],
      options: [Shared.yes, Shared.dryRun],
      details: "What they did stays done. `support rule disable` keeps them for later.",
      examples: ["support rule remove vip --yes"]
    ) { call, session in
      let (desk, names) = (try session.desk(), call[RuleParameter.names])
      _ = try desk.removeRules(names, isDryRun: true)
      if !call[Shared.dryRun] {
        try session.prompt.confirm(
          "Remove \(counted(names.count, "rule"))?", isGiven: call[Shared.yes], session)
      }
      let rules = try session.settled(desk.removeRules(names, isDryRun: call[Shared.dryRun]))
      try session.show(rules, said: call[Shared.dryRun] ? "would be removed" : "removed")
    }
  }
}
