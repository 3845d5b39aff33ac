extension AssignmentChoice {
  /// Why the chosen one gets it, for the history: `least_load in tier-1`.
  package var reason: String {
    question.method.rawValue + (question.team.map { " in \($0)" } ?? "")
  }

  /// The members that `json` may have.
  package static let fields = [
    "id", "team", "method", "language", "assigned_to", "candidates",
  ]

  package var json: JSONObject {
    var json = JSONObject([("id", .string(question.ticket.id.description))])
    json["team"] = question.team.map(JSON.string)
    json["method"] = .string(question.method.rawValue)
    json["language"] = question.language.map(JSON.string)
    json["assigned_to"] = chosen.map { .string($0.handle) }
    json["candidates"] = .array(standings.map { .object($0.json) })
    return json
  }
}

extension AssignmentChoice.Standing {
  fileprivate var json: JSONObject {
    var json = JSONObject([
      ("handle", .string(handle)), ("open_tickets", .integer(Int64(candidate.load))),
    ])
    json["capacity"] = candidate.agent.capacity.map { .integer(Int64($0)) }
    json["last_given_at"] = candidate.lastGiven.map { .string($0.time.description) }
    if candidate.turn > 0 { json["turn"] = .integer(Int64(candidate.turn)) }
    json["speaks_language"] = .bool(speaksLanguage)
    if !skills.isEmpty { json["skills"] = .array(skills.map(JSON.string)) }
    json["skipped"] = obstacle.map { .string($0.rawValue) }
    return json
  }
}
