extension CommandTable {
  /// The usage of whatever stands at a path: the program, a noun, a command.
  func synopsis(at path: [String]) -> Synopsis {
    let name = ([program] + path).joined(separator: " ")
    if let command = command(at: path) { return Synopsis(of: command, name: name) }
    if !path.isEmpty {
      return Synopsis(name: name, units: [[.placeholder("VERB")], [.mark("...")]])
    }
    let options = globals.map { Synopsis.unit(of: [$0], isRequired: false) }
    return Synopsis(name: name, units: options + [[.placeholder("COMMAND")], [.mark("...")]])
  }

  /// Every documented command with its path, those without a noun first.
  var documented: [(path: [String], command: Command<Context>)] {
    visibleCommands.map { ([$0.name], $0) }
      + groups.flatMap { group in group.visibleCommands.map { ([group.name, $0.name], $0) } }
  }
}

extension ParameterShape {
  /// The help text together with what is allowed, how often, and what holds otherwise.
  var fullHelp: String {
    var text = help
    switch accepted {
    case .choices(let names) where !names.isEmpty:
      text += "; " + AcceptedValue.choices(names).expectation
    case .integer(let range) where range != Int.min...Int.max: text += "; " + accepted.expectation
    default: break
    }
    if role == .option, isRepeatable { text += "; may be repeated" }
    if role == .option, isRequired { text += " (required)" }
    if let defaultText { text += " (default: \(defaultText))" }
    return text
  }
}
