extension Call {
  /// Gives each argument its words: the required ones first, then from the left as far as words go.
  mutating func bind(
    _ words: [String], to arguments: [ParameterShape], path: [String]
  ) throws(UsageError) {
    let open = arguments.filter { !$0.replacedBy.contains(where: has) }
    var spare = words.count - open.count(where: \.isRequired)
    var rest = words[...]
    for argument in open {
      var taken = argument.isRequired ? 1 : 0
      if argument.isRepeatable || taken == 0, spare > 0 {
        let extra = argument.isRepeatable ? spare : 1
        taken += extra
        spare -= extra
      }
      guard taken <= rest.count else { throw .missingArgument(argument.name, path: path) }
      for word in rest.prefix(taken) { try argument.check(word, path: path) }
      if taken > 0 { give(argument, words: rest.prefix(taken)) }
      rest = rest.dropFirst(taken)
    }
    if let extra = rest.first { throw surplus(extra, arguments: arguments, path: path) }
  }

  /// Whether the options given fit together and none that is needed is missing.
  func check<Context>(_ command: Command<Context>, path: [String]) throws(UsageError) {
    for rule in command.rules {
      let given = rule.options.filter(has)
      if given.count > 1 { throw .conflictingOptions(given.map(\.spelling), path: path) }
      if given.isEmpty, rule.demandsOne {
        throw .missingOption(rule.options.map(\.spelling), path: path)
      }
    }
    if let missing = command.options.first(where: { $0.isRequired && !has($0) }) {
      throw .missingOption([missing.spelling], path: path)
    }
  }

  /// A word too many is most likely the argument that an option has replaced.
  private func surplus(
    _ word: String, arguments: [ParameterShape], path: [String]
  ) -> UsageError {
    for argument in arguments {
      if let option = argument.replacedBy.first(where: has) {
        return .replacedArgument(argument.name, value: word, by: option.spelling, path: path)
      }
    }
    return .unexpectedArgument(word, path: path)
  }
}

extension ParameterShape {
  func check(_ value: String, path: [String]) throws(UsageError) {
    guard !accepted.allows(value) else { return }
    throw .invalidValue(
      of: spelling, value: value, expected: accepted.expectation,
      nearest: accepted.nearest(to: value), path: path)
  }
}
