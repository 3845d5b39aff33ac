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
      "check", "Log warnings and breaches of open tickets", needs: .desk,
      options: [exitCode, quiet, Shared.dryRun],
      details: """
        Each warning and each breach is logged once ever, however often this runs. In a pipe each \
        line is id, level, clock, when and subject.
        """,
      examples: ["support sla check", "support sla check --quiet --exit-code"],
      isCommon: true
    ) { call, session in
      let result = try session.desk().checkSLAs(isDryRun: call[Shared.dryRun])
      try session.output.list(result.findings.map(Finding.init), Finding.listing(session))
      if result.findings.isEmpty, !call[quiet], session.output.isText {
        session.output.note(
          "\(result.checked) open tickets checked, \(result.overdue.count) overdue, nothing new")
      }
      session.warn(result.warning)
      if call[exitCode], !result.overdue.isEmpty { session.output.status = 10 }
    }
  }
}

/// One finding as a row.
private struct Finding {
  let ticket: Ticket
  let finding: SLAFinding

  init(_ pair: (ticket: Ticket, finding: SLAFinding)) { (ticket, finding) = pair }

  var level: String { finding.level == .breach ? "breach" : "warning" }

  static func listing(_ session: Session) -> Listing<Finding> {
    Listing(
      columns: [
        Column("ID") { $0.ticket.id.description },
        Column("LEVEL", plain: \.level) { row in
          Cell(row.level, row.finding.level == .breach ? .boldRed : .yellow)
        },
        Column("CLOCK") { $0.finding.clock.kind.rawValue },
        Column("WHEN") { TimeText.short($0.finding.at, session) },
        Column("SUBJECT", isElastic: true) { $0.ticket.subject },
      ],
      fields: ["id", "level", "clock", "at", "due_at", "subject", "assigned_to"],
      json: { row in
        var json = JSONObject([
          ("id", .string(row.ticket.id.description)), ("level", .string(row.level)),
          ("clock", .string(row.finding.clock.kind.rawValue)),
          ("at", .string(row.finding.at.description)),
        ])
        json["due_at"] = row.finding.clock.dueAt.map { .string($0.description) }
        json["subject"] = .string(row.ticket.subject)
        json["assigned_to"] = row.ticket.assignee.map(JSON.string)
        return json
      })
  }
}
