/// The command reference in Markdown: an index, a page for the commands without a noun, one page a
/// noun and one a topic.
package struct MarkdownReference<Context: CommandContext> {
  private let table: CommandTable<Context>

  package init(_ table: CommandTable<Context>) {
    self.table = table
  }

  /// Every page by its file name; `README.md` is the index.
  package func pages() -> [String: String] {
    var pages = ["README.md": index()]
    if !table.visibleCommands.isEmpty { pages[fileName(of: [])] = page() }
    for group in table.groups { pages[fileName(of: [group.name, ""])] = page(group) }
    for topic in table.topics { pages["\(topic.name).md"] = page(topic) }
    return pages
  }

  private func index() -> String {
    var text = MarkdownText()
    text.heading(1, "\(table.program) commands")
    text.paragraph(Markdown.prose(table.summary))
    text.code([usage(at: [])])
    text.prose(table.details)
    let alone = table.visibleCommands.map { ([$0.name], $0) }
    text.list("Without a noun", alone.map(entry))
    for group in table.groups {
      let title =
        "[\(group.name)](\(fileName(of: [group.name, ""]))): \(Markdown.prose(group.summary))"
      text.list(title, group.visibleCommands.map { entry(path: [group.name, $0.name], $0) })
    }
    text.options("Options of the program", table.globals + [BuiltInOption.version])
    text.options(sharedOptions, table.common)
    text.list("Topics", table.topics.map { "[\(Markdown.prose($0.title))](\($0.name).md)" })
    return text.rendered
  }

  private func page() -> String {
    var text = MarkdownText()
    text.heading(1, "\(table.program) without a noun")
    text.paragraph(backLink)
    for command in table.visibleCommands { write(command, at: [command.name], to: &text) }
    return text.rendered
  }

  private func page(_ group: CommandGroup<Context>) -> String {
    var text = MarkdownText()
    text.heading(1, "\(table.program) \(group.name)")
    text.paragraph("\(Markdown.prose(group.summary)). \(backLink)")
    text.prose(group.details)
    for command in group.visibleCommands {
      text.item(entry(path: [group.name, command.name], command))
    }
    for command in group.visibleCommands {
      write(command, at: [group.name, command.name], to: &text)
    }
    return text.rendered
  }

  private func page(_ topic: HelpTopic) -> String {
    var text = MarkdownText()
    text.heading(1, Markdown.prose(topic.title))
    text.paragraph(backLink)
    text.prose(topic.text)
    return text.rendered
  }

  private func write(
    _ command: Command<Context>, at path: [String], to text: inout MarkdownText
  ) {
    text.heading(2, ([table.program] + path).joined(separator: " "))
    text.paragraph(Markdown.prose(command.summary) + ".")
    text.code([usage(at: path)])
    text.prose(command.details)
    text.table(["Argument", "Meaning"], command.arguments)
    text.table(["Option", "Meaning"], command.options)
    if !command.examples.isEmpty {
      text.paragraph("Examples:")
      text.code(command.examples)
    }
  }

  private func usage(at path: [String]) -> String {
    let synopsis = table.synopsis(at: path)
    return ([synopsis.name] + synopsis.units.map(\.text)).joined(separator: " ")
  }

  private func entry(path: [String], _ command: Command<Context>) -> String {
    let words = [table.program] + path
    let link = "\(fileName(of: path))#\(words.joined(separator: "-"))"
    return "[\(path.joined(separator: " "))](\(link)): \(Markdown.prose(command.summary))"
  }

  /// The page that a command's path leads to.
  private func fileName(of path: [String]) -> String {
    path.count > 1 ? "\(path[0]).md" : "\(table.program).md"
  }

  private var sharedOptions: String { "Options of every command" }

  private var backLink: String {
    "[All commands](README.md), [options of every command](README.md#options-of-every-command)."
  }
}
