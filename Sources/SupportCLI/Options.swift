import CommandKit
import SupportDesk

/// Options that are accepted before the noun as well as after it.
enum GlobalOption {
  static let directory = Option.text(
    "directory", short: "C", value: "DIR", "Work on the desk of this folder",
    completes: .directory)
  static let actor = Option.text(
    "as", value: "ACTOR", "Act as an agent (ada, agent:ada) or customer (customer:bob@example.com)",
    completes: .live("agent"))
  static let color = Option.choice(
    "color", value: "WHEN", "Colour the output", of: ["auto", "always", "never"], default: "auto")
  static let noPager = Option.flag("no-pager", "Do not page long output")

  static let all: [any Parameter] = [directory, actor, color, noPager]
}

/// Options that every command takes.
enum CommonOption {
  static let json = Option.optionalText(
    "json", value: "FIELDS", "Write JSON, whole or only some fields")
  static let format = Option.text(
    "format", value: "FORMAT", "Write each record like this: '%(id) %(status)'")
  static let nul = Option.flag("null", short: "z", "End records with NUL instead of a newline")

  static let all: [any Parameter] = [json, format, nul]
}

/// Parameters that many commands share.
enum Shared {
  static let ticket = Argument.one(
    "ID", "The ticket: its id, or the beginning of it or of its random part",
    completes: .live("ticket"))
  static let tickets = Argument.many(
    "ID", "The tickets; - reads ids from standard input", completes: .live("ticket"))
  static let filter = Argument.any(
    "FILTER", "Filter terms such as status:open, priority:>=high, -tag:vip or plain words",
    completes: .live("filter"), takesDashWords: true)
  static let message = Option.text(
    "message", short: "m", value: "TEXT", "What to say; without it and -F the editor opens")
  /// A message that goes with a change, and that nobody is asked for.
  static let lastMessage = Option.text(
    "message", short: "m", value: "TEXT", "Say this to the customer with it")
  static let file = Option.text(
    "file", short: "F", value: "FILE", "Read what to say from a file, - for standard input",
    completes: .file)
  static let spent = Option.text(
    "spent", value: "TIME", "How long it took: 15m, 1h30m; -5m takes back what was too much")
  static let reason = Option.text("reason", value: "TEXT", "Why, for the history")
  static let attach = Option.texts(
    "attach", value: "FILE", "Attach a file", completes: .file)
  static let ifMatch = Option.text(
    "if-match", value: "HEAD", "Refuse if the ticket's head is another: somebody changed it first")
  static let dryRun = Option.flag("dry-run", "Say what would change, change nothing")
  static let yes = Option.flag("yes", short: "y", "Do not ask")
  static let limit = limit(default: "all")

  /// `limit` where a terminal shows less than there is.
  static func limit(default text: String) -> Option<Int?> {
    .integer("limit", short: "n", "Show at most this many", in: 1...1_000_000_000, default: text)
  }
}

extension ChangeOptions {
  /// What `--dry-run` and `--if-match` say; a command declares the ones it takes.
  init(_ call: Call) {
    self.init(isDryRun: call[Shared.dryRun], ifMatch: call[Shared.ifMatch])
  }
}
