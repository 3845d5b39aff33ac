/// Everything the program can do, declared once: parsing, help, manual and completion come from it.
package struct CommandTable<Context: CommandContext>: Sendable {
  package let program: String
  package let summary: String
  package let version: String
  package let details: String
  /// Options that are accepted before the noun as well as anywhere after it.
  package let globals: [ParameterShape]
  /// Options that every command takes, `--help` among them.
  package let common: [ParameterShape]
  private let buildCommands: @Sendable () -> [Command<Context>]
  private let buildGroups: @Sendable () -> [CommandGroup<Context>]
  private let buildTopics: @Sendable () -> [HelpTopic]

  package init(
    program: String, summary: String, version: String, details: String = "",
    globals: [any Parameter] = [], common: [any Parameter] = [],
    commands: @autoclosure @escaping @Sendable () -> [Command<Context>] = [],
    groups: @autoclosure @escaping @Sendable () -> [CommandGroup<Context>] = [],
    topics: @autoclosure @escaping @Sendable () -> [HelpTopic] = []
  ) {
    self.program = program
    self.summary = summary
    self.version = version
    self.details = details
    self.globals = globals.map(\.shape)
    self.common = common.map(\.shape).filter { $0.name != "help" } + [BuiltInOption.help]
    buildCommands = commands
    buildGroups = groups
    buildTopics = topics
  }

  /// The commands that stand without a noun.
  package var commands: [Command<Context>] { buildCommands() }
  package var groups: [CommandGroup<Context>] { buildGroups() }
  package var topics: [HelpTopic] { buildTopics() }

  package var visibleCommands: [Command<Context>] { commands.filter { !$0.isHidden } }

  package func command(named name: String) -> Command<Context>? {
    commands.named(name) { $0.name }
  }

  package func group(named name: String) -> CommandGroup<Context>? {
    groups.named(name) { $0.name }
  }

  package func topic(named name: String) -> HelpTopic? {
    topics.first { $0.name == name }
  }

  /// The command at a whole path such as `["ticket", "close"]`.
  package func command(at path: [String]) -> Command<Context>? {
    switch path.count {
    case 1: command(named: path[0])
    case 2: group(named: path[0])?.command(named: path[1])
    default: nil
    }
  }

  /// Whether a first word is ours, so that no alias or external program can take its place.
  package func isBuiltIn(_ name: String) -> Bool {
    name == "help" || name == "version"
      || command(named: name) != nil || group(named: name) != nil
  }
}

/// The options that need no declaration.
enum BuiltInOption {
  static let help = ParameterShape(option: "help", short: "h", help: "Show this help")
  static let version = ParameterShape(option: "version", help: "Show the version")
}

extension Array {
  /// The element of a name. Of elements whose type is known only when the program runs, `first` has to
  /// find out then how an array is walked, and that takes half as long as to parse all words.
  func named(_ name: String, _ nameOf: (Element) -> String) -> Element? {
    for place in indices where nameOf(self[place]) == name { return self[place] }
    return nil
  }
}
