import CommandKit
import SupportDesk
import SupportModel

private let team = Option.text(
  "team", value: "TEAM", "Give them to a team", completes: .live("team"))
private let none = Option.flag("none", "Take them from whoever has them")
private let agent = Option.text(
  "to", value: "AGENT", "Give them to an agent; the same as the last word",
  completes: .live("agent"))
private let auto = Option.flag("auto", "Give each to who can take it best")
private let drain = Option.flag(
  "drain", "With --auto: all that wait in teams which do not assign by hand, the oldest first")
private let explain = Option.flag("explain", "With --auto: tell how each was chosen")
private let tickets = Argument.many(
  "ID", "The tickets; - reads ids from standard input", unless: [BulkParameter.filter, drain],
  completes: .live("ticket"))
private let lastWord = Argument.one(
  "AGENT", "Who gets them: a handle, an address or me", unless: [agent, team, none, auto],
  completes: .live("agent"))

/// Gives tickets to somebody.
extension Command where Context == Session {
  static var ticketAssign: Command {
    Command(
      "assign", "Give tickets to an agent, a team or nobody", needs: .desk,
      arguments: [tickets, lastWord],
      options: [agent, team, none, auto, drain, explain, Shared.reason] + BulkParameter.options,
      rules: [
        .atMostOne(of: none, agent), .atMostOne(of: none, team), .atMostOne(of: auto, agent),
        .atMostOne(of: auto, team), .atMostOne(of: auto, none), BulkParameter.rule,
      ],
      details: """
        The last word is the agent, unless --to, --team, --none or --auto says who gets them. --to \
        and --team together give them to an agent on behalf of a team. --auto chooses among the \
        agents of the ticket's team by the team's method; who is away or has no room is passed \
        over, and where there is nobody the ticket waits.
        """ + " " + BulkParameter.details,
      examples: [
        "support ticket assign k7q ada", "support ticket assign k7q 3fm --team tier-2",
        "support ticket assign --where 'assignee:ben created:-7d' ada",
        "support ticket list tag:spam --format '%(id)' | support ticket assign - --none",
        "support ticket assign k7q --auto --explain --dry-run",
        "support ticket assign --auto --drain",
      ]
    ) { call, session in
      if call[auto] { return try session.assignByItself(call) }
      for option in [drain, explain] where call[option] {
        throw UsageError.missingOption(["--auto"], path: session.output.commandPath)
      }
      try session.change(call, owner) { desk, tickets, options in
        try desk.assign(
          tickets, to: call[agent] ?? call[lastWord], team: call[team], nobody: call[none],
          reason: call[Shared.reason], options)
      }
    }
  }

  private static func owner(_ ticket: Ticket) -> String {
    let owner = [ticket.assignee, ticket.team].compactMap { $0 }.joined(separator: ", ")
    return owner.isEmpty ? "unassigned" : "assigned to \(owner)"
  }
}

extension Session {
  /// Has tickets find their agents, and tells of those that wait.
  fileprivate func assignByItself(_ call: Call) throws {
    let (desk, isDrained) = (try desk(), call[drain])
    let choice = try choice(call, desk, phase: "is:open")
    if case .found(let filter) = choice, !isDrained { try confirm(filter, call, desk) }
    let report = ChangeReport(self, desk, isDryRun: call[Shared.dryRun]) { ticket in
      "assigned to \(ticket.assignee ?? "")"
    }
    let progress = Progress("assigning tickets", output)
    defer { progress.finish() }
    var options = ChangeOptions(call)
    options.progress = { progress.update($0, of: $1) }
    options.each = { ticket, isChanged in
      if !call[explain], isChanged || !isDrained { try report.note(ticket, isChanged: isChanged) }
    }
    var (choices, waiting): ([AssignmentChoice], Int) = ([], 0)
    let changed = try desk.assignByItself(
      choice, drains: isDrained, call[Shared.reason], options
    ) { made in
      if made.chosen == nil { waiting += 1 }
      if call[explain] { choices.append(made) }
    }
    progress.finish()
    if call[explain] { try list(choices) }
    if !call[explain] { try report.write(choice) }
    warn(changed.warning)
    if waiting > 0 {
      let wait = waiting == 1 ? "waits" : "wait"
      output.note("\(counted(waiting, "ticket")) \(wait) for somebody with room")
    }
  }
}
