/// What a command line asks for.
package enum Invocation<Context: CommandContext>: Sendable {
  case run(Command<Context>, path: [String], Call)
  case help(HelpSubject)
  case version
  /// A program of its own, `support-NAME`, with its words untouched.
  case external(name: String, arguments: [String], globals: Call)
}

extension CommandTable {
  /// Parses the words after the program's name. An unknown first word is an external program only
  /// where `isExternal` says so.
  package func parse(
    _ words: [String], isExternal: (String) -> Bool = { _ in false }
  ) throws(UsageError) -> Invocation<Context> {
    var parser = CommandParser(table: self, words: words)
    return try parser.parse(isExternal: isExternal)
  }

  /// What `help WORDS` is about.
  package func helpSubject(for words: [String]) throws(UsageError) -> HelpSubject {
    guard let first = words.first else { return .program }
    if let group = group(named: first) { return try helpSubject(in: group, for: words) }
    if let extra = words.dropFirst().first {
      throw .unexpectedArgument(extra, path: [first])
    }
    if command(named: first) != nil { return .command([first]) }
    if topic(named: first) != nil { return .topic(first) }
    throw .unknownCommand(
      first, in: nil, nearest: nearestNames(to: first, among: firstWords + topics.map(\.name)))
  }

  private func helpSubject(
    in group: CommandGroup<Context>, for words: [String]
  ) throws(UsageError) -> HelpSubject {
    guard words.count > 1 else { return .group(group.name) }
    guard group.command(named: words[1]) != nil else {
      throw .unknownCommand(
        words[1], in: group.name,
        nearest: nearestNames(to: words[1], among: group.visibleCommands.map(\.name)))
    }
    guard words.count == 2 else {
      throw .unexpectedArgument(words[2], path: Array(words.prefix(2)))
    }
    return .command(words)
  }

  /// The nouns and the commands without one, as they may be suggested.
  var firstWords: [String] {
    visibleCommands.map(\.name) + groups.map(\.name)
  }
}
