import CommandKit
import SupportDesk
import SupportModel

private let source = Option.required(
  "file", short: "F", value: "FILE", "The rule as JSON; - reads standard input",
  completes: .file)

/// Changes a rule.
extension Command where Context == Session {
  static var ruleEdit: Command {
    Command(
      "edit", "Put another rule in the place of one", needs: .desk,
      arguments: [RuleParameter.name], options: [source, Shared.dryRun],
      details: "The rule may get another name. Its place among the rules stays.",
      examples: ["support rule edit vip -F vip.json"]
    ) { call, session in
      let file = try session.rules(from: call[source])
      let name = call[RuleParameter.name]
      let rules = try session.settled(
        session.desk().editRule(name, file: file.name, file.bytes, isDryRun: call[Shared.dryRun]))
      guard !rules.isEmpty else {
        return try session.show([session.desk().rule(name)], said: "unchanged")
      }
      try session.show(rules, said: call[Shared.dryRun] ? "would be changed" : "changed")
    }
  }
}
