/// Manual pages for section 1, written with the man macros; the same table always gives the same
/// bytes.
package struct ManPage<Context: CommandContext> {
  private let table: CommandTable<Context>
  private let date: String

  /// `date` is the release's, as `2026-11-01`; a page without one is not well-formed.
  package init(_ table: CommandTable<Context>, date: String) {
    self.table = table
    self.date = date
  }

  /// Every page by its file name: `support.1`, `support-ticket.1`, `support-ticket-close.1`.
  package func pages() -> [String: String] {
    var pages = [fileName([]): render(.program)]
    for group in table.groups { pages[fileName([group.name])] = render(.group(group.name)) }
    for (path, _) in table.documented { pages[fileName(path)] = render(.command(path)) }
    return pages
  }

  /// The source of one page; `everything` and topics are part of the program's.
  package func render(_ subject: HelpSubject) -> String {
    switch subject {
    case .program, .everything, .topic: programPage()
    case .group(let name): table.group(named: name).map(page) ?? ""
    case .command(let path): table.command(at: path).map { page(of: $0, at: path) } ?? ""
    }
  }

  private func fileName(_ path: [String]) -> String { pageName(path) + ".1" }

  private func pageName(_ path: [String]) -> String {
    ([table.program] + path).joined(separator: "-")
  }

  private func start(_ path: [String], _ summary: String) -> ManText {
    var text = ManText(
      page: pageName(path), date: date, source: "\(table.program) \(table.version)")
    text.section("NAME")
    text.line(Roff.literal(pageName(path)) + " \\- " + Roff.prose(summary))
    text.section("SYNOPSIS")
    let synopsis = table.synopsis(at: path)
    text.line(Roff.bold(synopsis.name))
    for unit in synopsis.units { text.line(Roff.line(Roff.unit(unit))) }
    return text
  }

  private func programPage() -> String {
    var text = start([], table.summary)
    text.section("DESCRIPTION", prose: table.details.isEmpty ? table.summary + "." : table.details)
    text.section("COMMANDS")
    for (path, command) in table.documented {
      text.tagged(Roff.bold(path.joined(separator: " ")), Roff.prose(command.summary))
    }
    text.section("OPTIONS", table.globals + [BuiltInOption.version])
    text.section("OPTIONS OF EVERY COMMAND", table.common)
    for topic in table.topics { text.section(topic.title.uppercased(), prose: topic.text) }
    text.seeAlso(
      table.visibleCommands.map { pageName([$0.name]) }
        + table.groups.map { pageName([$0.name]) })
    return text.rendered
  }

  private func page(_ group: CommandGroup<Context>) -> String {
    var text = start([group.name], group.summary)
    text.section("DESCRIPTION", prose: group.details.isEmpty ? group.summary + "." : group.details)
    text.section("COMMANDS")
    for command in group.visibleCommands {
      text.tagged(Roff.bold("\(group.name) \(command.name)"), Roff.prose(command.summary))
    }
    text.seeAlso([pageName([])] + group.visibleCommands.map { pageName([group.name, $0.name]) })
    return text.rendered
  }

  private func page(of command: Command<Context>, at path: [String]) -> String {
    var text = start(path, command.summary)
    text.section(
      "DESCRIPTION", prose: command.details.isEmpty ? command.summary + "." : command.details)
    text.section("ARGUMENTS", command.arguments)
    text.section("OPTIONS", command.options)
    let shared = (table.common + table.globals).map { Roff.unit(Synopsis.short($0)) }
    text.line(".PP")
    text.line("Every command also takes")
    for (index, option) in shared.enumerated() {
      text.line(option + (index + 1 < shared.count ? "," : "; see"))
    }
    text.line(".BR \(Roff.literal(table.program)) (1).")
    text.section("EXAMPLES", verbatim: command.examples)
    text.seeAlso([pageName([])] + path.dropLast().map { pageName([$0]) })
    return text.rendered
  }
}
