extension HelpPage {
  /// The way in: the common commands, then the nouns and what else there is.
  func writeProgram(to text: inout HelpText) {
    let hasCommon = table.documented.contains { $0.command.isCommon }
    writeHead(to: &text)
    if hasCommon {
      text.section("COMMON COMMANDS", groups: commandRows { $0.isCommon })
    }
    text.section(
      hasCommon ? "MORE COMMANDS" : "COMMANDS",
      rows: table.visibleCommands.filter { !$0.isCommon }.map { ($0.name, $0.summary) })
    text.section("NOUNS", rows: table.groups.map { ($0.name, $0.summary) })
    writeOptions(to: &text)
    text.section("TOPICS", rows: table.topics.map { ($0.name, $0.title) })
    text.prose(
      "Read more with `\(table.program) help` and a noun, a command or a topic, "
        + "or with `--help` after any command.")
  }

  /// Every command there is, a line each.
  func writeEverything(to text: inout HelpText) {
    writeHead(to: &text)
    text.section("COMMANDS", groups: commandRows { _ in true })
    writeOptions(to: &text)
    text.section("TOPICS", rows: table.topics.map { ($0.name, $0.title) })
  }

  private func writeHead(to text: inout HelpText) {
    text.title("\(table.program) - \(table.summary)")
    text.usage(table.synopsis(at: []))
    text.prose(table.details)
  }

  private func writeOptions(to text: inout HelpText) {
    text.section("OPTIONS", rows: rows(table.globals + [BuiltInOption.version]))
    text.section("OPTIONS OF EVERY COMMAND", rows: rows(table.common))
  }

  /// The wanted commands, one list for each noun that has any.
  private func commandRows(
    where isWanted: (Command<Context>) -> Bool
  ) -> [[(label: String, text: String)]] {
    let alone = table.visibleCommands.filter(isWanted).map { (label: $0.name, text: $0.summary) }
    let grouped = table.groups.map { group in
      group.visibleCommands.filter(isWanted).map {
        (label: "\(group.name) \($0.name)", text: $0.summary)
      }
    }
    return ([alone] + grouped).filter { !$0.isEmpty }
  }
}
