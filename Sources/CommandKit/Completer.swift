/// What the face is asked for when a live list is completed.
package struct LiveRequest: Sendable {
  /// The list's name: `ticket`, `agent`; `command` asks for aliases and external programs.
  package let list: String
  /// What the candidates must begin with.
  package let prefix: String
  /// The options and arguments given so far, such as `-C DIR`.
  package let call: Call
}

/// What could stand at the cursor.
package enum Suggestions: Sendable, Equatable {
  case candidates([Candidate])
  /// The shell's own file names, after a prefix such as `--file=` that stands in the same word.
  case files(prefix: String)
  case directories(prefix: String)
}

/// Finds what could stand at the cursor of an unfinished command line.
package struct Completer<Context: CommandContext> {
  private let table: CommandTable<Context>

  package init(_ table: CommandTable<Context>) {
    self.table = table
  }

  /// The last of `words`, perhaps empty, is the one to be completed; they follow the program's name.
  package func suggest(
    words: [String], live: (LiveRequest) -> [Candidate]
  ) -> Suggestions {
    let place = CompletionPlace(words.dropLast(), in: table)
    let current = words.last ?? ""
    if place.isLost { return .candidates([]) }
    if let option = place.pendingOption {
      return value(of: option, current, in: place, live: live)
    }
    if !place.hasEndedOptions, current.hasPrefix("-") {
      return option(current, in: place, live: live)
    }
    return word(current, in: place, live: live)
  }

  private func word(
    _ current: String, in place: CompletionPlace<Context>, live: (LiveRequest) -> [Candidate]
  ) -> Suggestions {
    guard place.command == nil else {
      return merged(place.arguments.map { value(of: $0, current, in: place, live: live) })
    }
    if let group = place.group {
      let verbs = Suggestions.candidates(names(of: group, startingWith: current))
      guard let first = group.fallbackCommand?.arguments.first else { return verbs }
      return merged([verbs, value(of: first, current, in: place, live: live)])
    }
    let own = firstWords.filter { $0.value.hasPrefix(current) }
    return .candidates(
      own + live(LiveRequest(list: "command", prefix: current, call: place.call)))
  }

  /// A word that begins with a dash: an option, its attached value, or a negated filter term.
  private func option(
    _ current: String, in place: CompletionPlace<Context>, live: (LiveRequest) -> [Candidate]
  ) -> Suggestions {
    if let (option, prefix) = place.scope.attached(in: current) {
      let typed = String(current.dropFirst(prefix.count))
      return value(of: option, typed, prefix: prefix, in: place, live: live)
    }
    var found = place.freeOptions.map { Candidate($0.spelling, $0.help) }
      .filter { $0.value.hasPrefix(current) }
    if let letter = current.dropFirst().first, let option = place.scope.short(letter) {
      found.insert(Candidate(current, option.help), at: 0)
    } else if !current.hasPrefix("--") {
      for argument in place.arguments where argument.takesDashWords {
        let typed = String(current.dropFirst())
        let terms = value(of: argument, typed, prefix: "-", in: place, live: live)
        if case .candidates(let terms) = terms { found += terms }
      }
    }
    return .candidates(found)
  }

  /// `prefix` is what stands before the value in the same word.
  private func value(
    of shape: ParameterShape, _ typed: String, prefix: String = "",
    in place: CompletionPlace<Context>, live: (LiveRequest) -> [Candidate]
  ) -> Suggestions {
    if shape.valueUse == .afterEquals, let comma = typed.lastIndex(of: ",") {
      let done = typed[...comma]
      return candidates(
        of: shape.completion, String(typed[comma...].dropFirst()), prefix: prefix + done,
        in: place, live: live)
    }
    return candidates(of: shape.completion, typed, prefix: prefix, in: place, live: live)
  }

  private func candidates(
    of completion: Completion, _ typed: String, prefix: String,
    in place: CompletionPlace<Context>, live: (LiveRequest) -> [Candidate]
  ) -> Suggestions {
    let all: [Candidate]
    switch completion {
    case .none: all = []
    case .file: return .files(prefix: prefix)
    case .directory: return .directories(prefix: prefix)
    case .choices(let names): all = names.map { Candidate($0) }
    case .live(let list):
      all = live(LiveRequest(list: list, prefix: typed, call: place.call))
    case .commands: all = helpSubjects(after: place.words)
    }
    let fitting = all.filter { $0.value.hasPrefix(typed) }
    return .candidates(fitting.map { Candidate(prefix + $0.value, $0.description) })
  }

  /// Several arguments may stand at one place; files only where nothing is named.
  private func merged(_ suggestions: [Suggestions]) -> Suggestions {
    var found: [Candidate] = []
    for case .candidates(let more) in suggestions { found += more }
    return found.isEmpty ? suggestions.first ?? .candidates([]) : .candidates(found)
  }

  private func names(
    of group: CommandGroup<Context>, startingWith typed: String
  ) -> [Candidate] {
    group.visibleCommands.filter { $0.name.hasPrefix(typed) }.map { Candidate($0.name, $0.summary) }
  }

  private var firstWords: [Candidate] {
    table.visibleCommands.map { Candidate($0.name, $0.summary) }
      + table.groups.map { Candidate($0.name, $0.summary) }
  }

  private func helpSubjects(after words: [String]) -> [Candidate] {
    guard let noun = words.first else {
      return firstWords + table.topics.map { Candidate($0.name, $0.title) }
    }
    guard words.count == 1, let group = table.group(named: noun) else { return [] }
    return names(of: group, startingWith: "")
  }
}
