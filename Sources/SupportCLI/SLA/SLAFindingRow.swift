import SupportDesk
import SupportModel

/// How findings of a check are written.
enum SLAFindingRow {
  static func listing(_ session: Session) -> Listing<SLAFound> {
    Listing(
      columns: [
        Column("ID") { $0.ticket.id.description },
        Column("LEVEL") {
          $0.finding.level.word
        } shown: { row in
          Cell(row.finding.level.word, row.finding.level == .warning ? .yellow : .boldRed)
        },
        Column("CLOCK") { $0.finding.clock.kind.rawValue },
        Column("WHEN") { TimeText.short($0.finding.at, session) },
        Column("SUBJECT", isElastic: true) { $0.ticket.subject },
        Column("WHAT", isElastic: true) { what($0.finding) },
      ],
      fields: [
        "id", "level", "clock", "at", "due_at", "subject", "assigned_to", "policy", "set", "add",
        "notify", "left_out",
      ],
      json: json)
  }

  /// `policy=gold`, and what an escalation changes:
  /// `policy=gold team=tier-2 assigned_to= priority=urgent tag=late notify=ada,tier-2`.
  private static func what(_ finding: SLAFinding) -> String {
    let policy = "policy=\(finding.policy)"
    guard finding.level == .escalation else { return policy }
    let set = finding.settings.members.map { "\($0.key)=\($0.value.string ?? "")" }
    let tags = finding.draft.patch.add["tags"]?.strings.map { "tag=\($0)" } ?? []
    let notify = finding.draft.meta["notify"]?.strings.joined(separator: ",")
    return ([policy] + set + tags + (notify.map { ["notify=\($0)"] } ?? [])).joined(separator: " ")
  }

  private static func json(_ row: SLAFound) -> JSONObject {
    let finding = row.finding
    var json = JSONObject([
      ("id", .string(row.ticket.id.description)), ("level", .string(finding.level.word)),
      ("clock", .string(finding.clock.kind.rawValue)),
      ("at", .string(finding.at.description)),
    ])
    json["due_at"] = finding.clock.dueAt.map { .string($0.description) }
    json["subject"] = .string(row.ticket.subject)
    json["assigned_to"] = row.ticket.assignee.map(JSON.string)
    json["policy"] = .string(finding.policy)
    guard finding.level == .escalation else { return json }
    json["set"] = .object(finding.settings)
    if !finding.draft.patch.add.isEmpty { json["add"] = .object(finding.draft.patch.add) }
    json["notify"] = finding.draft.meta["notify"]
    json["left_out"] = finding.draft.meta["left_out"]
    return json
  }
}

extension SLAFinding {
  /// What an escalation sets of the ticket, without the fact that it was escalated.
  fileprivate var settings: JSONObject {
    JSONObject(
      draft.patch.set.members.filter { !$0.key.hasPrefix("sla.") }.map { ($0.key, $0.value) })
  }
}

extension SLAFinding.Level {
  fileprivate var word: String {
    switch self {
    case .warning: "warning"
    case .breach: "breach"
    case .escalation: "escalation"
    }
  }
}
