/// Commands that people name themselves: a first word that stands for several.
package enum Alias {
  /// Replaces the first command word by its alias, again and again until it is no alias. Options of
  /// the program before it stay where they are; a built-in command is never replaced.
  package static func expand<Context>(
    _ words: [String], aliases: [String: String], in table: CommandTable<Context>
  ) throws(UsageError) -> [String] {
    var words = words
    var seen: [String] = []
    while let place = place(ofCommandIn: words, table: table),
      !table.isBuiltIn(words[place]), let text = aliases[words[place]]
    {
      let name = words[place]
      if let start = seen.firstIndex(of: name) { throw .aliasLoop(seen[start...] + [name]) }
      seen.append(name)
      guard let expansion = ShellWords.split(text), !expansion.isEmpty else {
        throw .malformedAlias(name: name, text: text)
      }
      words.replaceSubrange(place...place, with: expansion)
    }
    return words
  }

  private static func place<Context>(
    ofCommandIn words: [String], table: CommandTable<Context>
  ) -> Int? {
    var scanner = WordScanner(words, scope: OptionScope(options: table.globals))
    while let token = scanner.next() {
      if case .word = token { return words.count - scanner.rest.count - 1 }
    }
    return nil
  }
}
