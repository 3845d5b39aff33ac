/// A noun and its verbs; the verbs are built only when somebody asks for them.
package struct CommandGroup<Context: CommandContext>: Sendable {
  package let name: String
  package let summary: String
  package let details: String
  /// The verb that is meant where the word behind the noun is none: `view urgent` is
  /// `view run urgent`.
  package let fallback: String?
  private let build: @Sendable () -> [Command<Context>]

  package init(
    _ name: String, _ summary: String, details: String = "", fallback: String? = nil,
    commands: @autoclosure @escaping @Sendable () -> [Command<Context>]
  ) {
    self.name = name
    self.summary = summary
    self.details = details
    self.fallback = fallback
    self.build = commands
  }

  /// The verbs in the order of their declaration.
  package var commands: [Command<Context>] { build() }

  /// The verbs that are listed and documented.
  package var visibleCommands: [Command<Context>] { commands.filter { !$0.isHidden } }

  package func command(named name: String) -> Command<Context>? {
    commands.named(name) { $0.name }
  }

  package var fallbackCommand: Command<Context>? { fallback.flatMap(command(named:)) }
}
