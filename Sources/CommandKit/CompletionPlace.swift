/// Where in a command the words before the cursor lead; wrong words are passed over.
struct CompletionPlace<Context: CommandContext> {
  private(set) var group: CommandGroup<Context>?
  private(set) var command: Command<Context>?
  /// The arguments' words so far.
  private(set) var words: [String] = []
  private(set) var call = Call()
  /// The option whose value must come next.
  private(set) var pendingOption: ParameterShape?
  /// Whether a word before the cursor is no command, so that nothing can be said about the rest.
  private(set) var isLost = false
  private var scanner: WordScanner

  var scope: OptionScope { scanner.scope }
  var hasEndedOptions: Bool { scanner.hasEndedOptions }

  init(_ before: [String], in table: CommandTable<Context>) {
    let builtIn = [BuiltInOption.help, BuiltInOption.version]
    scanner = WordScanner(before, scope: OptionScope(options: table.globals + builtIn))
    while let token = scanner.next() {
      switch token {
      case .word(let word): take(word, in: table)
      case .option(let option, let value): call.give(option, value)
      case .missingValue(let option, _): pendingOption = option
      case .unexpectedValue, .unknown: break
      }
    }
  }

  private mutating func take(_ word: String, in table: CommandTable<Context>) {
    guard command == nil, !isLost else {
      words.append(word)
      return
    }
    if let group {
      command = group.command(named: word)
      if command == nil, let fallback = group.fallbackCommand {
        command = fallback
        words.append(word)
      }
      isLost = command == nil
    } else {
      group = table.group(named: word)
      command = group == nil ? table.command(named: word) : nil
      isLost = group == nil && command == nil
    }
    if let command { scanner.scope = table.scope(of: command) }
  }

  /// The options that may still be given.
  var freeOptions: [ParameterShape] {
    scope.options.filter { $0.isRepeatable || !call.has($0) }
  }

  /// The arguments that the next word may belong to.
  var arguments: [ParameterShape] {
    let open = (command?.arguments ?? []).filter { !$0.replacedBy.contains(where: call.has) }
    guard let repeated = open.firstIndex(where: \.isRepeatable), words.count >= repeated else {
      return words.count < open.count ? [open[words.count]] : []
    }
    return words.count == repeated && open[repeated].isRequired
      ? [open[repeated]] : Array(open[repeated...])
  }
}

extension OptionScope {
  /// The option whose value is attached in an unfinished word, and what stands before the value:
  /// `--as=`, `-F`.
  func attached(in word: String) -> (option: ParameterShape, prefix: String)? {
    if word.hasPrefix("--") {
      guard let equals = word.firstIndex(of: "="),
        let option = long(word[..<equals].dropFirst(2)), option.valueUse != .none
      else { return nil }
      return (option, String(word[...equals]))
    }
    for end in word.indices.dropFirst() {
      guard let option = short(word[end]) else { return nil }
      guard option.valueUse == .required else { continue }
      return word.index(after: end) < word.endIndex ? (option, String(word[...end])) : nil
    }
    return nil
  }
}
