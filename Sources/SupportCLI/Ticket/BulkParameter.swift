import CommandKit
import SupportDesk
import SupportModel

/// What the verbs share that change many tickets at once: by their ids, or by a filter.
enum BulkParameter {
  static let filter = Option.texts(
    "where", value: "FILTER", "Change every ticket that a filter finds, in place of IDs",
    completes: .live("filter"))
  static let tickets = Argument.many(
    "ID", "The tickets; - reads ids from standard input", unless: [filter],
    completes: .live("ticket"))
  static let all = Option.flag("all", short: "a", "With --where: also tickets that are done")

  static let options: [any Parameter] = [filter, all, Shared.yes, Shared.ifMatch, Shared.dryRun]
  /// A head is one ticket's.
  static let rule = OptionRule.atMostOne(of: filter, Shared.ifMatch)

  /// What a verb's help says about it.
  static let details = """
    All of the tickets are changed, or none. --where takes open tickets only, as a list does, \
    unless the filter speaks of the status or --all is given. On a terminal it asks before it \
    changes more than \(most).
    """

  /// So many tickets are changed without a question, and named one by one on a terminal.
  static let most = 50
}

extension Session {
  /// The tickets that a command line is about; `phase` is the filter term for those that are meant
  /// where a filter does not speak of the status.
  func choice(_ call: Call, _ desk: Desk, phase: String) throws -> TicketChoice {
    let filters = call[BulkParameter.filter]
    guard !filters.isEmpty else { return .these(try references(call[BulkParameter.tickets])) }
    let context = desk.filterContext
    var filter = Filter.and(try filters.map { try Filter.parse($0, context) })
    if !call[BulkParameter.all], !filter.choosesPhase {
      filter = filter.and(try Filter.parse(phase, context))
    }
    return .found(filter)
  }

  /// Changes the tickets that a command line is about, and says what became of each: `what` is said
  /// behind its id.
  func change(
    _ call: Call, phase: String = "is:open", _ what: @escaping (Ticket) -> String,
    by verb: (Desk, TicketChoice, ChangeOptions) throws -> Changed
  ) throws {
    let desk = try desk()
    let choice = try choice(call, desk, phase: phase)
    if case .found(let filter) = choice { try confirm(filter, call, desk) }
    let report = ChangeReport(self, desk, isDryRun: call[Shared.dryRun], what)
    let progress = Progress("changing tickets", output)
    defer { progress.finish() }
    var options = ChangeOptions(call)
    options.each = report.note
    options.progress = { progress.update($0, of: $1) }
    let changed = try verb(desk, choice, options)
    progress.finish()
    try report.write(choice)
    warn(changed)
  }

  /// Whoever sits at a terminal is asked before very much changes; a script has said what it wants.
  func confirm(_ filter: Filter, _ call: Call, _ desk: Desk) throws {
    guard prompt.isPossible, !call[Shared.yes], !call[Shared.dryRun] else { return }
    let count = try desk.count(filter)
    guard count > BulkParameter.most else { return }
    try prompt.confirm("Change \(count) tickets?", isGiven: false, self)
  }
}
