import CommandKit
import SupportDesk
import SupportModel

private let readyMade = Option.flag("examples", "List rules that are ready to be added")

/// Lists the rules.
extension Command where Context == Session {
  static var ruleList: Command {
    Command(
      "list", "List the rules", needs: .desk, options: [readyMade],
      details: """
        In the order they are tried. Mistakes, such as an agent who is not there, are warned about. \
        In a pipe each line is place, name, on or off, the events, the conditions, the actions, and \
        the codes of mistakes. Of an example it is name, events, conditions and actions.
        """,
      examples: ["support rule list", "support rule list --examples"]
    ) { call, session in
      let desk = try session.desk()
      let rules = try desk.allRules()
      if call[readyMade] { return try session.output.list(RuleExample.all, RuleRow.entries) }
      try session.output.list(rules.values, RuleRow.standings)
      session.report(broken: rules.broken)
      guard session.output.isText else { return }
      if rules.values.isEmpty, rules.broken.isEmpty {
        session.output.note("no rules; support rule list --examples shows some")
      }
      for mistake in rules.values.flatMap(\.mistakes) {
        session.output.note(
          Visible.line(
            "support: warning: \(mistake.path): \(mistake.detail) (\(mistake.code.rawValue))"))
      }
    }
  }
}
