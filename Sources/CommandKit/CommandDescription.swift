/// The whole table as plain values, for a face that writes it out as data.
package struct ProgramDescription: Sendable, Equatable, Encodable {
  package let program: String
  package let summary: String
  package let version: String
  package let globals: [ParameterDescription]
  package let common: [ParameterDescription]
  package let groups: [GroupDescription]
  package let commands: [CommandDescription]
}

package struct GroupDescription: Sendable, Equatable, Encodable {
  package let name: String
  package let summary: String
  package let details: String
}

/// A command as plain values.
package struct CommandDescription: Sendable, Equatable, Encodable {
  package let name: String
  /// The words that call it, without the program's name.
  package let path: [String]
  package let summary: String
  package let usage: String
  package let details: String
  package let needs: String
  package let arguments: [ParameterDescription]
  package let options: [ParameterDescription]
  package let examples: [String]
  package let isHidden: Bool
}

/// An argument or option as plain values.
package struct ParameterDescription: Sendable, Equatable, Encodable {
  package let name: String
  package let short: String?
  /// `none`, `required` or `optional`.
  package let value: String
  package let placeholder: String
  package let help: String
  package let defaultText: String?
  package let choices: [String]
  package let isRequired: Bool
  package let isRepeatable: Bool

  init(_ shape: ParameterShape) {
    name = shape.name
    short = shape.short.map { String($0) }
    value =
      switch shape.valueUse {
      case .none: "none"
      case .required: "required"
      case .afterEquals: "optional"
      }
    placeholder = shape.placeholder
    help = shape.help
    defaultText = shape.defaultText
    choices = if case .choices(let names) = shape.accepted { names } else { [] }
    isRequired = shape.isRequired
    isRepeatable = shape.isRepeatable
  }
}

extension CommandTable {
  /// Everything there is, hidden commands included.
  package func describe() -> ProgramDescription {
    let grouped = groups.flatMap { group in
      group.commands.map { describe($0, path: [group.name, $0.name]) }
    }
    return ProgramDescription(
      program: program, summary: summary, version: version,
      globals: globals.map(ParameterDescription.init),
      common: common.map(ParameterDescription.init),
      groups: groups.map {
        GroupDescription(name: $0.name, summary: $0.summary, details: $0.details)
      },
      commands: commands.map { describe($0, path: [$0.name]) } + grouped)
  }

  private func describe(_ command: Command<Context>, path: [String]) -> CommandDescription {
    let synopsis = synopsis(at: path)
    return CommandDescription(
      name: command.name, path: path, summary: command.summary,
      usage: ([synopsis.name] + synopsis.units.map(\.text)).joined(separator: " "),
      details: command.details, needs: String(describing: command.needs),
      arguments: command.arguments.map(ParameterDescription.init),
      options: command.options.map(ParameterDescription.init),
      examples: command.examples, isHidden: command.isHidden)
  }
}
