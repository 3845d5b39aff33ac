/// How a help page looks: as plain text, or with bold headings for a terminal.
package enum HelpStyle: Sendable {
  case plain, bold

  func heading(_ text: String) -> String {
    self == .bold ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

/// What `--help` shows: usage and examples first, then the rest.
package struct HelpPage<Context: CommandContext> {
  let table: CommandTable<Context>
  let width: Int
  let style: HelpStyle

  /// `width` is the number of columns to fill.
  package init(_ table: CommandTable<Context>, width: Int = 80, style: HelpStyle = .plain) {
    self.table = table
    self.width = max(40, width)
    self.style = style
  }

  /// The page for the words after `help`; an unknown one is a usage error.
  package func render(for words: [String]) throws(UsageError) -> String {
    render(try table.helpSubject(for: words))
  }

  /// The page on a subject of this table, ending in a line feed.
  package func render(_ subject: HelpSubject) -> String {
    var text = HelpText(width: width, style: style)
    switch subject {
    case .program: writeProgram(to: &text)
    case .everything: writeEverything(to: &text)
    case .group(let name): table.group(named: name).map { write($0, to: &text) }
    case .command(let path): table.command(at: path).map { write($0, at: path, to: &text) }
    case .topic(let name): table.topic(named: name).map { write($0, to: &text) }
    }
    return text.rendered
  }

  private func write(_ topic: HelpTopic, to text: inout HelpText) {
    text.title(topic.title)
    text.prose(topic.text)
  }

  private func write(_ group: CommandGroup<Context>, to text: inout HelpText) {
    text.title("\(table.program) \(group.name) - \(group.summary)")
    text.usage(table.synopsis(at: [group.name]))
    text.prose(group.details)
    text.section("COMMANDS", rows: group.visibleCommands.map { ($0.name, $0.summary) })
    text.prose("Read about one with `\(table.program) \(group.name) VERB --help`.")
  }

  private func write(_ command: Command<Context>, at path: [String], to text: inout HelpText) {
    let synopsis = table.synopsis(at: path)
    text.title("\(synopsis.name) - \(command.summary)")
    text.usage(synopsis)
    text.section("EXAMPLES", lines: command.examples)
    text.prose(command.details)
    text.section("ARGUMENTS", rows: rows(command.arguments))
    text.section("OPTIONS", rows: rows(command.options))
    let shared = table.common + table.globals
    text.section(
      "ALSO",
      lines: wrap(units: shared.map { Synopsis.short($0).text }, separator: ",", width: width - 2))
    var pointer = "Options that every command takes: `\(table.program) --help`."
    if table.topic(named: "exit-codes") != nil {
      pointer += " Exit status: `\(table.program) help exit-codes`."
    }
    text.prose(pointer)
  }

  func rows(_ shapes: [ParameterShape]) -> [(label: String, text: String)] {
    let hasShort = shapes.contains { $0.short != nil }
    return shapes.map { shape in
      let isIndented = hasShort && shape.role == .option && shape.short == nil
      return ((isIndented ? "    " : "") + Synopsis.label(of: shape).text, shape.fullHelp)
    }
  }
}
