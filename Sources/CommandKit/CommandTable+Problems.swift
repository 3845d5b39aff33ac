extension CommandTable {
  /// What is wrong with the table itself, a line each; empty in a program fit to ship.
  package func problems() -> [String] {
    nameProblems() + sharedOptionProblems()
      + commands.flatMap { problems(of: $0, path: [$0.name]) }
      + groups.flatMap { group in
        group.commands.flatMap { problems(of: $0, path: [group.name, $0.name]) }
      }
  }

  private func nameProblems() -> [String] {
    let first = commands.map(\.name) + groups.map(\.name) + topics.map(\.name)
    var found = repeated(first).map { "\($0): declared more than once" }
    for group in groups {
      found += repeated(group.commands.map(\.name)).map {
        "\(group.name) \($0): declared more than once"
      }
      found += summaryProblems(group.summary, of: group.name)
      if let fallback = group.fallback, group.fallbackCommand == nil {
        found.append("\(group.name): no verb \(fallback) to fall back on")
      }
    }
    let visible = groups.map(\.name) + topics.map(\.name) + documented.compactMap(\.path.last)
    return found + visible.filter { !isLegal($0) }.map { "\($0): not a legal name" }
  }

  private func sharedOptionProblems() -> [String] {
    let shared = common + globals
    return clashes(in: shared + [BuiltInOption.version]).map { "\(program): \($0)" }
      + shared.flatMap(parameterProblems).map { "\(program): \($0)" }
  }

  private func problems(of command: Command<Context>, path: [String]) -> [String] {
    var found = summaryProblems(command.summary, of: "summary")
    found += clashes(in: command.options + common + globals)
    found += (command.arguments + command.options).flatMap(parameterProblems)
    found += command.arguments.filter { $0.role != .argument }.map {
      "\($0.spelling): an option among the arguments"
    }
    found += command.options.filter { $0.role != .option }.map {
      "\($0.spelling): an argument among the options"
    }
    found += orderProblems(command.arguments)
    found += undeclared(in: command)
    if command.examples.isEmpty, !command.isHidden { found.append("no example") }
    found += command.examples.flatMap { exampleProblems($0, path: path) }
    let name = path.joined(separator: " ")
    return found.map { "\(name): \($0)" }
  }

  /// The options that rules and arguments speak of and the command does not take.
  private func undeclared(in command: Command<Context>) -> [String] {
    let named = command.rules.flatMap(\.options) + command.arguments.flatMap(\.replacedBy)
    let known = Set(command.options.map(\.name))
    return named.filter { !known.contains($0.name) }.map { "\($0.spelling): not an option here" }
  }

  /// An example must parse, and one of its commands must be the one it is an example of.
  private func exampleProblems(_ example: String, path: [String]) -> [String] {
    guard let lines = ShellLine.commands(in: example) else {
      return ["example does not end its quotes: \(example)"]
    }
    let own = lines.filter { $0.first == program }.map { Array($0.dropFirst()) }
    var showsCommand = false
    for words in own {
      do throws(UsageError) {
        if case .run(_, path, _) = try parse(words) { showsCommand = true }
      } catch {
        return ["example does not parse: \(example): \(error)"]
      }
    }
    return showsCommand ? [] : ["example does not show the command: \(example)"]
  }
}

private func isLegal(_ name: String) -> Bool {
  let bytes = Array(name.utf8)
  guard let first = bytes.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
    return false
  }
  return bytes.allSatisfy {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
  }
}

private func repeated(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { !seen.insert($0).inserted }
}

private func clashes(in options: [ParameterShape]) -> [String] {
  repeated(options.map(\.spelling)).map { "\($0): declared more than once" }
    + repeated(options.compactMap { $0.short.map { "-\($0)" } }).map {
      "\($0): means two things"
    }
}

private func summaryProblems(_ text: String, of name: String) -> [String] {
  if text.isEmpty { return ["\(name): empty"] }
  return text.hasSuffix(".") ? ["\(name): ends in a full stop"] : []
}

private func parameterProblems(_ shape: ParameterShape) -> [String] {
  var found = summaryProblems(shape.help, of: shape.spelling)
  switch shape.role {
  case .option where !isLegal(shape.name): found.append("\(shape.spelling): not a legal name")
  case .option where shape.valueUse != .none && shape.placeholder.isEmpty:
    found.append("\(shape.spelling): no placeholder")
  case .argument where shape.name.isEmpty || shape.name != shape.name.uppercased():
    found.append("\(shape.name): an argument's name is in capitals")
  default: break
  }
  if let letter = shape.short, !letter.isASCII || !(letter.isLetter || letter.isNumber) {
    found.append("-\(letter): not a legal letter")
  }
  return found
}

/// With two repeated arguments, or an optional one beside a repeated one, nobody can tell which
/// word belongs to which.
private func orderProblems(_ arguments: [ParameterShape]) -> [String] {
  let names = repeated(arguments.map(\.name)).map { "\($0): declared more than once" }
  guard arguments.contains(where: \.isRepeatable) else { return names }
  let vague = arguments.count { $0.isRepeatable || !$0.isRequired }
  return vague > 1 ? names + ["arguments that cannot be told apart"] : names
}
