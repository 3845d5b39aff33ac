import CommandKit
import SupportDesk
import SupportModel

/// Lists what is promised, and for how many tickets.
extension Command where Context == Session {
  static var slaPolicies: Command {
    Command(
      "policies", "List the policies and what they apply to", needs: .desk,
      details: """
        In the order they are tried: the first whose condition holds applies, so the tickets are \
        those that no policy before it takes. Mistakes, such as a policy that no ticket can ever \
        reach, are warned about. In a pipe each line is place, name, open tickets, calendar, \
        condition, statuses that pause, escalation, the codes of mistakes, and targets: \
        PRIORITY=FIRST/NEXT/RESOLUTION, with CATEGORY: in front where they are of one.
        """,
      examples: ["support sla policies", "support sla policies --json"]
    ) { call, session in
      let desk = try session.desk()
      let (policies, settings) = (try desk.slaPolicies(), desk.settings)
      if session.output.isText, session.output.isTerminal {
        let pages = policies.map { PolicyPage(standing: $0, session, settings).text }
        try session.output.write(pages.joined(separator: "\n"))
      } else {
        try session.output.list(policies, PolicyRow.listing(settings))
      }
      guard session.output.isText, !session.output.isTerminal else { return }
      for mistake in policies.flatMap(\.mistakes) {
        session.output.note(
          "support: warning: \(mistake.path): \(mistake.detail) (\(mistake.code.rawValue))")
      }
    }
  }
}

/// Policies as rows and records.
private enum PolicyRow {
  static func listing(_ settings: DeskSettings) -> Listing<PolicyStanding> {
    Listing(
      columns: [
        Column("PLACE", isNumber: true) { "\($0.place)" },
        Column("NAME") { $0.policy.name },
        Column("TICKETS", isNumber: true) { "\($0.openTickets)" },
        Column("CALENDAR") { $0.policy.calendar },
        Column("WHEN") { $0.policy.when ?? "" },
        Column("PAUSES") { $0.policy.pausingStatuses(settings.lifecycle).joined(separator: ",") },
        Column("ESCALATE") { $0.policy.escalation.map(PolicyText.short) ?? "" },
        Column("MISTAKES") { $0.mistakes.map(\.code.rawValue).joined(separator: ",") },
        Column("TARGETS") { PolicyText.targets($0.policy, settings).joined(separator: " ") },
      ],
      fields: [
        "place", "name", "when", "calendar", "targets", "categories", "warn_at", "pause_in",
        "pause_first_response", "escalate", "open_tickets", "mistakes",
      ],
      json: { standing in
        var json = JSONObject([("place", .integer(Int64(standing.place)))])
        for member in standing.policy.json(settings.lifecycle).members {
          json[member.key] = member.value
        }
        json["open_tickets"] = .integer(Int64(standing.openTickets))
        json["mistakes"] = .array(standing.mistakes.map { .object($0.json) })
        return json
      })
  }
}
