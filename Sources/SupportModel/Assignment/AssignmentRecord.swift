/// How a ticket came to somebody, or away from them: one line of its history.
package struct AssignmentRecord: Hashable, Sendable {
  package var at: Instant
  package var by: Actor
  /// `assigned`, `reassigned`, `unassigned` or `escalated`.
  package var action: String
  /// The handles of who had it and who has it.
  package var from: String?
  package var to: String?
  /// The teams that had it and have it.
  package var fromTeam: String?
  package var team: String?
  package var reason: String?
}

extension AssignmentRecord {
  /// Who had a ticket, from its events in their order.
  package static func history(_ events: [Event]) -> [AssignmentRecord] {
    var records: [AssignmentRecord] = []
    var (owner, team): (String?, String?)
    for event in events {
      let new = (owner: event.value("assigned_to", owner), team: event.value("team", team))
      defer { (owner, team) = new }
      guard new.owner != owner || new.team != team else { continue }
      records.append(
        AssignmentRecord(
          at: event.at, by: event.by,
          action: event.type == .ticketEscalated ? "escalated" : action(owner, new.owner),
          from: owner, to: new.owner, fromTeam: team, team: new.team,
          reason: event.meta["reason"]?.string))
    }
    return records
  }

  private static func action(_ old: String?, _ new: String?) -> String {
    if old != nil, new == nil { return "unassigned" }
    return old == nil || old == new ? "assigned" : "reassigned"
  }

  package var json: JSONObject {
    var json = JSONObject([
      ("at", .string(at.description)), ("by", .string(by.description)),
      ("action", .string(action)),
    ])
    for (key, value) in [
      ("from", from), ("to", to), ("from_team", fromTeam), ("team", team), ("reason", reason),
    ] {
      json[key] = value.map(JSON.string)
    }
    return json
  }
}

extension Event {
  /// What a field is after the event; what it was where the event does not speak of it.
  fileprivate func value(_ field: String, _ before: String?) -> String? {
    patch.set[field].map { $0.string } ?? before
  }
}
