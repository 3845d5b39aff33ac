import SupportDesk
import SupportModel

/// How agents are written.
enum AgentRow {
  static let fields = [
    "handle", "name", "emails", "role", "teams", "categories", "skills", "languages", "capacity",
    "status", "away_until",
  ]

  static func json(_ agent: Agent) -> JSONObject {
    var json = JSONObject([("handle", .string(agent.handle))])
    for member in agent.json.members { json[member.key] = member.value }
    return json
  }

  static var listing: Listing<Agent> {
    Listing(
      columns: [
        Column("HANDLE", plain: \.handle),
        Column("ROLE") { $0.role.rawValue },
        Column("STATUS") {
          $0.status.rawValue
        } shown: { agent in
          Cell(agent.status.rawValue, agent.status == .away ? .yellow : .plain)
        },
        Column("TEAMS", isElastic: true) { $0.teams.joined(separator: ",") },
        Column("NAME", isElastic: true, plain: \.name),
        Column("EMAILS", isElastic: true) { $0.emails.joined(separator: ",") },
      ],
      fields: fields, json: json)
  }
}

extension Session {
  /// Says what became of an agent.
  func show(_ agent: Agent, said: String) throws {
    try output.show(AgentRow.json(agent), fields: AgentRow.fields) { "\(agent.handle) \(said)\n" }
  }
}
