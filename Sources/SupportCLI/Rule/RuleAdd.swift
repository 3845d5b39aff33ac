import CommandKit
import SupportDesk
import SupportModel

private let example = Option.text(
  "example", value: "NAME", "Add one of the examples, switched off",
  completes: .choices(RuleExample.names))
private let before = Option.text(
  "before", value: "NAME", "In front of this rule; else behind all of them",
  completes: .live("rule"))

/// Adds rules to the settings.
extension Command where Context == Session {
  static var ruleAdd: Command {
    Command(
      "add", "Add a rule", needs: .desk,
      options: [RuleParameter.source, example, before, Shared.dryRun],
      rules: [.atMostOne(of: RuleParameter.source, example)],
      details: """
        FILE holds one rule or a list of them, as they stand in support.json. Nothing is added \
        unless all of it can be read. `support rule test --rule FILE` tries it first.
        """,
      examples: [
        "support rule add -F vip.json", "support rule add --example priority-by-keywords",
      ]
    ) { call, session in
      let desk = try session.desk()
      let isDryRun = call[Shared.dryRun]
      let written: Written<[JSONObject]>
      if let name = call[example] {
        written = try desk.addRuleExample(name, before: call[before], isDryRun: isDryRun)
      } else if let path = call[RuleParameter.source] {
        let file = try session.rules(from: path)
        written = try desk.addRules(
          file: file.name, file.bytes, before: call[before], isDryRun: isDryRun)
      } else {
        throw UsageError.missingOption(
          ["--file", "--example"], path: session.output.commandPath)
      }
      let rules = session.settled(written)
      try session.show(rules, said: isDryRun ? "would be added" : "added")
      if call[example] != nil, !isDryRun, session.output.isText {
        session.output.note("hint: it is switched off; support rule enable \(rules.shellNames)")
      }
    }
  }
}

extension [JSONObject] {
  /// The names as a shell takes them.
  fileprivate var shellNames: String {
    compactMap { $0["name"]?.string }.joined(separator: " ")
  }
}
