extension CommandTable {
  /// The options that may stand after a command's name.
  func scope(of command: Command<Context>) -> OptionScope {
    OptionScope(
      options: command.options + common + globals,
      takesDashWords: command.arguments.contains(where: \.takesDashWords))
  }

  /// Whether an option that is unknown after `path` would be known further to the right.
  func belongsLater(_ spelling: String, after path: [String]) -> Bool {
    let later: [ParameterShape]
    switch path.count {
    case 0: later = common
    case 1 where group(named: path[0]) != nil:
      later = common + (group(named: path[0])?.commands ?? []).flatMap(\.options)
    default: return false
    }
    return later.contains { "--\($0.name)" == spelling || $0.short.map { "-\($0)" } == spelling }
  }
}
