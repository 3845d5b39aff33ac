/// What a command's body runs in; the face decides what a command may need before it runs.
package protocol CommandContext: SendableMetatype {
  associatedtype Need: Sendable
}

/// One thing the program can do: what it takes, what is said about it, and the code that does it.
///
/// What it takes is put together only when somebody asks: of all the commands that a noun has, a
/// command line is about one.
package struct Command<Context: CommandContext>: Sendable {
  package let name: String
  package let summary: String
  package let needs: Context.Need
  package let details: String
  package let examples: [String]
  /// Parsed as any other, but neither listed, documented nor completed.
  package let isHidden: Bool
  /// Listed on the program's own help page.
  package let isCommon: Bool
  package let run: @Sendable (Call, Context) throws -> Void
  private let buildArguments: @Sendable () -> [any Parameter]
  private let buildOptions: @Sendable () -> [any Parameter]
  private let buildRules: @Sendable () -> [OptionRule]

  package init(
    _ name: String, _ summary: String, needs: Context.Need,
    arguments: @autoclosure @escaping @Sendable () -> [any Parameter] = [],
    options: @autoclosure @escaping @Sendable () -> [any Parameter] = [],
    rules: @autoclosure @escaping @Sendable () -> [OptionRule] = [],
    details: String = "", examples: [String], isHidden: Bool = false, isCommon: Bool = false,
    run: @escaping @Sendable (Call, Context) throws -> Void
  ) {
    self.name = name
    self.summary = summary
    self.needs = needs
    buildArguments = arguments
    buildOptions = options
    buildRules = rules
    self.details = details
    self.examples = examples
    self.isHidden = isHidden
    self.isCommon = isCommon
    self.run = run
  }

  package var arguments: [ParameterShape] { buildArguments().map(\.shape) }
  package var options: [ParameterShape] { buildOptions().map(\.shape) }
  package var rules: [OptionRule] { buildRules() }
}
