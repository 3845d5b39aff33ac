import CommandKit

/// What the sample commands run in: it only remembers what ran.
final class Desk: CommandContext {
  enum Need { case nothing, desk }
  var ran: [String] = []
}

/// A small table with one of everything.
enum Sample {
  static let ids = Argument.many(
    "ID", "The tickets; - reads ids from standard input", completes: .live("ticket"))
  static let id = Argument.one("ID", "The ticket", completes: .live("ticket"))
  static let filter = Argument.any(
    "FILTER", "Filter terms such as `status:open`", completes: .live("filter"),
    takesDashWords: true)
  static let agent = Argument.one(
    "AGENT", "Who takes it", unless: [team, auto], completes: .live("agent"))
  static let folder = Argument.optional("DIR", "The folder", completes: .directory)
  static let shell = Argument.choice("SHELL", "The shell", of: ["bash", "zsh", "fish"])
  static let anyWord = Argument.any("WORD", "The words", completes: .none)
  static let topic = Argument.any("COMMAND", "A command or a topic", completes: .commands)

  static let message = Option.text("message", short: "m", value: "TEXT", "What to say")
  static let file = Option.text(
    "file", short: "F", value: "FILE", "Read the text from a file", completes: .file)
  static let team = Option.text("team", value: "TEAM", "A team", completes: .live("team"))
  static let auto = Option.flag("auto", "Whoever has least to do")
  static let tags = Option.texts("tag", value: "TAG", "Add +TAG or take away -TAG")
  static let status = Option.choices(
    "status", short: "s", value: "STATUS", "Only these", of: ["open", "pending", "closed"])
  static let sort = Option.choice(
    "sort", value: "KEY", "Sort by", of: ["created", "priority"], default: "created")
  static let count = Option.integer("limit", short: "n", "How many at most", in: 1...1000)
  static let quiet = Option.flag("quiet", short: "q", "Say nothing")
  static let reason = Option.required("reason", value: "TEXT", "Why")

  static let directory = Option.text(
    "directory", short: "C", value: "DIR", "Work in another folder", completes: .directory)
  static let actor = Option.text(
    "as", value: "ACTOR", "Act as somebody else", completes: .live("agent"))
  static let noPager = Option.flag("no-pager", "Do not page")
  static let json = Option.optionalText(
    "json", value: "FIELDS", "Write JSON", completes: .live("field"))
  static let nul = Option.flag("null", short: "z", "End records with NUL")

  static let table = CommandTable(
    program: "support", summary: "a help desk in a folder", version: "1.0",
    details: "Tickets are files. Everything is plain text.",
    globals: [directory, actor, noPager], common: [json, nul],
    commands: [.initialize, .help, .completion, .complete],
    groups: [
      CommandGroup(
        "ticket", "What people ask for",
        commands: [.list, .show, .reply, .close, .assign, .edit, .erase]),
      CommandGroup("kb", "Articles", details: "Answers, written once.", commands: [.search]),
    ],
    topics: [HelpTopic("exit-codes", "Exit codes", text: "  0  done\n  1  failed\n  2  usage")])
}

extension Command where Context == Desk {
  static func sample(
    _ name: String, _ summary: String, arguments: [any Parameter] = [],
    options: [any Parameter] = [], rules: [OptionRule] = [], details: String = "",
    example: String, isHidden: Bool = false, isCommon: Bool = false
  ) -> Command {
    Command(
      name, summary, needs: .desk, arguments: arguments, options: options, rules: rules,
      details: details, examples: [example], isHidden: isHidden, isCommon: isCommon
    ) { _, desk in desk.ran.append(name) }
  }

  static var initialize: Command {
    sample(
      "init", "Make a desk", arguments: [Sample.folder], example: "support init ~/desk",
      isCommon: true)
  }

  static var help: Command {
    sample(
      "help", "Explain a command", arguments: [Sample.topic], example: "support help ticket close")
  }

  static var completion: Command {
    sample(
      "completion", "Print a completion script", arguments: [Sample.shell],
      example: "support completion bash > ~/.support.bash")
  }

  static var complete: Command {
    sample(
      "__complete", "Answer a completion script", arguments: [Sample.shell, Sample.anyWord],
      example: "support __complete bash -- 'support ti' ti", isHidden: true)
  }

  static var list: Command {
    sample(
      "list", "List tickets", arguments: [Sample.filter],
      options: [Sample.status, Sample.sort, Sample.count, Sample.quiet],
      details: """
        Terms are joined by *and*; a leading - negates one. Ways to say it:

        - `status:open` the status is open
        - `-tag:vip` the tag is
          missing

          support ticket list 'a | b'

        That is all.
        """,
      example: "support ticket list status:open -tag:vip | head -n 3", isCommon: true)
  }

  static var show: Command {
    sample("show", "Show a ticket", arguments: [Sample.id], example: "support ticket show k7q")
  }

  static var reply: Command {
    sample(
      "reply", "Answer a ticket", arguments: [Sample.id],
      options: [Sample.message, Sample.file, Sample.tags],
      rules: [.exactlyOne(of: Sample.message, Sample.file)],
      example: "support ticket reply k7q -F answer.md")
  }

  static var close: Command {
    sample(
      "close", "Close tickets", arguments: [Sample.ids], options: [Sample.message],
      details: "A closed ticket keeps its history and can be reopened.",
      example: "support ticket close k7q -m 'refunded'", isCommon: true)
  }

  static var assign: Command {
    sample(
      "assign", "Give tickets to somebody", arguments: [Sample.ids, Sample.agent],
      options: [Sample.team, Sample.auto, Sample.message],
      rules: [.atMostOne(of: Sample.team, Sample.auto)],
      example: "support ticket assign k7q m2x ana")
  }

  static var edit: Command {
    sample(
      "edit", "Change tickets", arguments: [Sample.ids], options: [Sample.tags],
      example: "support ticket edit k7q --tag +vip --tag -new")
  }

  static var erase: Command {
    sample(
      "erase", "Erase a ticket", arguments: [Sample.id], options: [Sample.reason, Sample.quiet],
      example: "id=$(support ticket list -n 1) && support ticket erase \"$id\" --reason asked")
  }

  static var search: Command {
    sample(
      "search", "Search articles", arguments: [Argument.many("QUERY", "Words")],
      options: [Sample.count], example: "support kb search printer")
  }
}

extension CommandTable {
  /// The path and the call of a line that must parse to a command.
  func call(_ words: [String]) throws -> (path: [String], call: Call)? {
    guard case .run(_, let path, let call) = try parse(words) else { return nil }
    return (path, call)
  }
}
