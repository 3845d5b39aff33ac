/// One pass over a command line: finds the command, then reads its options and arguments.
///
/// The first error is kept rather than thrown at once, because a later `--help` outranks it.
struct CommandParser<Context: CommandContext> {
  private let table: CommandTable<Context>
  private var scanner: WordScanner
  private var call = Call()
  private var path: [String] = []
  private var wantsHelp = false
  private var wantsVersion = false
  private var firstError: UsageError?

  init(table: CommandTable<Context>, words: [String]) {
    self.table = table
    let builtIn = [BuiltInOption.help, BuiltInOption.version]
    scanner = WordScanner(words, scope: OptionScope(options: table.globals + builtIn))
  }

  mutating func parse(
    isExternal: (String) -> Bool
  ) throws(UsageError) -> Invocation<Context> {
    let first = nextWord()
    if wantsVersion { return .version }
    guard let first else { return try help(.program, or: .missingCommand) }
    if let group = table.group(named: first) { return try parseVerb(of: group) }
    if let command = table.command(named: first) { return try run(command, path: [first]) }
    if let firstError { throw firstError }
    switch first {
    case "help": return try help(.program, about: remainingWords())
    case "version": return .version
    case _ where isExternal(first):
      return .external(name: first, arguments: scanner.rest, globals: call)
    default:
      throw .unknownCommand(
        first, in: nil, nearest: nearestNames(to: first, among: table.firstWords))
    }
  }

  private mutating func parseVerb(
    of group: CommandGroup<Context>
  ) throws(UsageError) -> Invocation<Context> {
    path = [group.name]
    let verb = nextWord()
    if let verb, let command = group.command(named: verb) {
      return try run(command, path: [group.name, verb])
    }
    if let verb, let command = group.fallbackCommand {
      return try run(command, path: [group.name, command.name], after: [verb])
    }
    let verbs = group.visibleCommands.map(\.name)
    guard let verb else {
      return try help(.group(group.name), or: .missingVerb(noun: group.name, verbs: verbs))
    }
    throw firstError
      ?? .unknownCommand(verb, in: group.name, nearest: nearestNames(to: verb, among: verbs))
  }

  /// `taken` are words of the command that were read already.
  private mutating func run(
    _ command: Command<Context>, path: [String], after taken: [String] = []
  ) throws(UsageError) -> Invocation<Context> {
    self.path = path
    scanner.scope = table.scope(of: command)
    let words = taken + remainingWords()
    if wantsHelp { return .help(.command(path)) }
    if let firstError { throw firstError }
    try call.bind(words, to: command.arguments, path: path)
    try call.check(command, path: path)
    return .run(command, path: path, call)
  }

  private func help(
    _ subject: HelpSubject, or error: UsageError
  ) throws(UsageError) -> Invocation<Context> {
    if wantsHelp { return .help(subject) }
    throw firstError ?? error
  }

  private func help(
    _ subject: HelpSubject, about words: [String]
  ) throws(UsageError) -> Invocation<Context> {
    if let firstError { throw firstError }
    return .help(try table.helpSubject(for: words))
  }

  private mutating func remainingWords() -> [String] {
    var words: [String] = []
    while let word = nextWord() { words.append(word) }
    return words
  }

  /// The next word that is no option; the options on the way are taken.
  private mutating func nextWord() -> String? {
    while let token = scanner.next() {
      if case .word(let word) = token { return word }
      do throws(UsageError) { try take(token) } catch { firstError = firstError ?? error }
    }
    return nil
  }

  private mutating func take(_ token: WordScanner.Token) throws(UsageError) {
    switch token {
    case .word: break
    case .option(BuiltInOption.help, _): wantsHelp = true
    case .option(BuiltInOption.version, _): wantsVersion = true
    case .option(let option, let value): try take(option, value)
    case .missingValue(let option, let spelling):
      throw .missingValue(option: spelling, placeholder: option.placeholder, path: path)
    case .unexpectedValue(let spelling, let value):
      throw .unexpectedValue(option: spelling, value: value, path: path)
    case .unknown(let spelling):
      if table.belongsLater(spelling, after: path) {
        throw .misplacedOption(spelling, path: path)
      }
      throw .unknownOption(spelling, path: path, nearest: scanner.scope.nearest(to: spelling))
    }
  }

  private mutating func take(_ option: ParameterShape, _ value: String?) throws(UsageError) {
    if let value { try option.check(value, path: path) }
    call.give(option, value)
  }
}
