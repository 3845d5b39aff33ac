import CommandKit
import SupportModel

private let subject = Argument.any("COMMAND", "A command or a topic", completes: .commands)

/// Explains commands and topics.
extension Command where Context == Session {
  static var help: Command {
    Command(
      "help", "Explain a command or a topic", needs: .nothing, arguments: [subject],
      examples: ["support help", "support help ticket close", "support help filters"]
    ) { call, session in
      let table = CommandTable.support
      let subject = try table.helpSubject(for: call[subject])
      try session.output.startPager(session)
      let page = HelpPage(
        table, width: min(session.output.width, 100),
        style: session.output.isColoured ? .bold : .plain
      ).render(subject)
      let record = JSONObject([
        ("topic", .string(call[SupportCLI.subject].joined(separator: " "))),
        ("text", .string(page)),
      ])
      try session.output.show(record) { page }
    }
  }
}
