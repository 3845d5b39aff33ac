import CommandKit
import Platform
import SupportDesk
import SupportModel

/// An error as people read it: what failed, what to do about it, and the exit status.
struct ErrorText {
  var what: String
  var hint: String?
  var status: Int32 = 1
  /// Lines that belong to the error: candidates, the place in a filter.
  var lines: [String] = []

  init(_ error: any Error) {
    switch error {
    case let error as UsageError: self.init(usage: error)
    case let error as Refusal: self.init(refusal: error)
    case let error as DeskError: self.init(desk: error)
    case let error as StoreError: self.init(store: error)
    case let error as GitError: self.init(git: error)
    case let error as TemplateError: self.init(template: error)
    case let error as SystemError: self.init(system: error)
    case let error as ImportError: self.init(imported: error)
    case let error as CollectionError: self.init(collection: error)
    case let error as ClockError: self.init(clock: error)
    case let error as SettingsError: self.init(settings: error)
    case let error as NewerFormat:
      self.init(
        "\(error.file) says format \(error.format), this version reads up to \(DeskSettings.newestFormat)",
        hint: "install a newer support")
    case let error as FilterError: self.init(filter: error)
    case let error as CursorError: self.init(cursor: error)
    case let error as OutputError: self.init(output: error)
    case let error as EditorFailed:
      self.init("the editor \"\(error.command)\" ended with status \(error.status)")
    case SiteError.noFolder(let path): self.init("\(path) is not a folder")
    case NotConfirmed.noTerminal(let question):
      self.init(
        "nobody is there to answer: \(question)", hint: "with --yes it is not asked", status: 2)
    case NotConfirmed.refused: self.init("nothing was done")
    case let error as DemoScriptError: self.init("the sample desk: \(error)")
    default: self.init("\(error)")
    }
  }

  init(_ what: String, hint: String? = nil, status: Int32 = 1, lines: [String] = []) {
    (self.what, self.hint, self.status, self.lines) = (what, hint, status, lines)
  }

  /// Writes the error to standard error and gives the exit status. What strangers wrote in it is
  /// made harmless always: it is only ever for reading.
  func report(to output: Output) -> Int32 {
    output.note("support: error: \(Visible.line(what))")
    for line in lines { output.note(Visible.line(line)) }
    if let hint { output.note("hint: \(Visible.line(hint))") }
    return status
  }
}

// MARK: The command line

extension ErrorText {
  private init(usage error: UsageError) {
    self.init("", hint: Self.help(error.path), status: 2)
    switch error {
    case .missingCommand:
      what = "a command is missing"
    case .unknownCommand(let word, in: let noun, let nearest):
      what = "\"\(noun.map { "\($0) " } ?? "")\(word)\" is not a command"
      hint = Self.didYouMean(nearest.map { "support \(noun.map { "\($0) " } ?? "")\($0)" }) ?? hint
    case .missingVerb(let noun, let verbs):
      what = "\"\(noun)\" needs a verb: \(verbs.joined(separator: ", "))"
    case .unknownOption(let option, _, let nearest):
      what = "unknown option \(option)"
      hint = Self.didYouMean(nearest) ?? hint
    case .misplacedOption(let option, _):
      what = "\(option) belongs behind the command"
    case .missingValue(let option, let placeholder, _):
      what = "\(option) needs a value: \(option) \(placeholder)"
    case .unexpectedValue(let option, let value, _):
      what = "\(option) takes no value, but \"\(value)\" was given"
    case .missingArgument(let name, _):
      what = "\(name) is missing"
    case .unexpectedArgument(let word, _):
      what = "unexpected word \"\(word)\""
    case .invalidValue(of: let name, let value, let expected, let nearest, _):
      what = "\"\(value)\" is no value for \(name): it takes \(expected)"
      hint = Self.didYouMean(nearest) ?? hint
    case .conflictingOptions(let options, _):
      what = "\(Self.list(options, "and")) exclude each other"
    case .missingOption(let options, _):
      what = "one of \(Self.list(options, "or")) is needed"
      if options.count == 1 { what = "\(options[0]) is needed" }
    case .replacedArgument(let name, let value, by: let option, _):
      what = "\(option) stands in place of \(name), but \"\(value)\" was given too"
    case .aliasLoop(let names):
      what = "aliases lead round in a circle: \(names.joined(separator: " -> "))"
      hint = "support config alias.\(names[0])"
    case .malformedAlias(let name, let text):
      what = "the alias \(name) makes no sense: \(text)"
      hint = "support config alias.\(name)"
    }
  }

  private static func help(_ path: [String]) -> String {
    (["support", "help"] + path).joined(separator: " ")
  }

  static func didYouMean(_ names: [String]) -> String? {
    names.isEmpty ? nil : "did you mean \(list(names, "or"))?"
  }

  /// The nearest of the known names as a hint; all of them where there are few and none is near.
  static func hint(_ word: String, _ known: [String]) -> String? {
    if let near = didYouMean(nearestNames(to: word, among: known)) { return near }
    return known.isEmpty || known.count > 12 ? nil : "known: \(known.joined(separator: ", "))"
  }

  static func list(_ words: [String], _ joint: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(joint) \(last)"
  }

  private init(output error: OutputError) {
    switch error {
    case .unknownField(let field, let known):
      self.init(
        "there is no field \"\(field)\"",
        hint: Self.didYouMean(nearestNames(to: field, among: known)), status: 2,
        lines: ["fields: \(known.joined(separator: ", "))"])
    case .badFormat(let text, let reason):
      self.init("the format \"\(text)\" makes no sense: \(reason)", status: 2)
    }
  }

  private init(cursor error: CursorError) {
    switch error {
    case .notCursor: self.init("that is not a cursor", status: 2)
    case .otherQuery:
      self.init(
        "the cursor belongs to another filter or order",
        hint: "go on with the same words and flags as the page before", status: 2)
    }
  }
}
