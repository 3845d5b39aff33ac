import CommandKit
import SupportModel

/// Lists every command.
extension Command where Context == Session {
  static var commandList: Command {
    Command(
      "commands", "List every command there is", needs: .nothing,
      details: "With --json the whole command table: arguments, options, examples.",
      examples: ["support commands", "support commands --json"]
    ) { _, session in
      let table = CommandTable.support.describe()
      if case .json = session.output.form {
        return try session.output.show(table.json) { "" }
      }
      try session.output.list(
        table.commands.filter { !$0.isHidden },
        Listing(
          columns: [
            Column("COMMAND") { $0.path.joined(separator: " ") },
            Column("SUMMARY", isElastic: true, plain: \.summary),
          ],
          fields: CommandDescription.fields, json: \.json))
    }
  }
}
