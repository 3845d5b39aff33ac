import CommandKit
import SupportDesk
import SupportModel

private let exitCode = Option.flag(
  "exit-code", "End with status 10 when an open ticket is in breach")
private let quiet = Option.flag("quiet", short: "q", "Print nothing when all is well")

/// Looks at the clocks of the open tickets: what cron runs.
extension Command where Context == Session {
  static var slaCheck: Command {
    Command(
      "check", "Log warnings and breaches of open tickets, and escalate", needs: .desk,
      options: [exitCode, quiet, Shared.dryRun],
      details: """
        Each warning and each breach is logged once ever, however often this runs and in however \
        many clones. A breach of a clock that still runs is followed by what its policy says under \
        escalate. In a pipe each line is id, level (warning, breach or escalation), clock, when, \
        subject, and the policy with what an escalation changes; a line is printed once what it \
        says is durable.
        """,
      examples: ["support sla check", "support sla check --quiet --exit-code"],
      isCommon: true
    ) { call, session in
      let rows = SLAFindingRows(session)
      try rows.begin()
      let result = try session.desk().checkSLAs(isDryRun: call[Shared.dryRun], tell: rows.add)
      try rows.end()
      if result.found == 0, !call[quiet], session.output.isText {
        session.output.note(
          "\(counted(result.checked, "open ticket")) checked, \(result.overdue) overdue, nothing new"
        )
      }
      session.tell(result.rules)
      session.warn(result.warning)
      if call[exitCode], result.overdue > 0 { session.output.status = 10 }
    }
  }
}

/// Findings on their way out: line by line for programs, one table for people.
private final class SLAFindingRows {
  private let session: Session
  private let listing: Listing<SLAFound>
  private var table: [SLAFound] = []
  /// What escalations had to leave out, each said once.
  private var mistakes: Set<String> = []

  init(_ session: Session) {
    self.session = session
    listing = SLAFindingRow.listing(session)
  }

  /// Refuses a field that is not known before anything is done.
  func begin() throws { try session.output.list([], listing) }

  func add(_ found: [SLAFound]) throws {
    for row in found {
      for fault in row.finding.leftOut {
        mistakes.insert(
          "policy \"\(row.finding.policy)\" escalates to nobody: \(RuleText.reason(fault))")
      }
    }
    if session.output.isTerminal, session.output.isText {
      table += found
      return
    }
    try session.output.list(found, listing)
    try session.output.flush()
  }

  func end() throws {
    try session.output.list(table, listing)
    for mistake in mistakes.sorted() { session.output.note("support: warning: \(mistake)") }
  }
}
