import CommandKit
import SupportDesk
import SupportModel

/// Parameters that the team commands share.
enum TeamParameter {
  static let code = Argument.one("TEAM", "The team", completes: .live("team"))
  static let name = Option.text("name", value: "NAME", "The name that people read")
  static let description = Option.text(
    "description", value: "TEXT", "What the team is for, '' for nothing")
  static let lead = Option.text(
    "lead", value: "AGENT", "Who leads it, '' for nobody", completes: .live("agent"))
  static let email = Option.text("email", value: "EMAIL", "The team's address, '' for none")
  static let calendar = Option.text(
    "calendar", value: "NAME", "The hours it works, '' for none said",
    completes: .live("calendar"))
  static let assignment = Option.choice(
    "assignment", value: "METHOD", "How its tickets find an agent",
    of: Team.Method.allCases.map(\.rawValue))
  static let members = Option.texts(
    "member", value: "[+|-]AGENT", "Put an agent into the team, or take one out",
    completes: .live("agent"))
  static let active = Option.flag("active", "It takes new tickets")
  static let inactive = Option.flag("inactive", "It takes no new tickets")

  /// What can be said of a team.
  static let all: [any Parameter] = [
    name, description, lead, email, calendar, assignment, members, active, inactive,
  ]
  static let rule = OptionRule.atMostOne(of: active, inactive)
}

extension TeamEdit {
  init(_ call: Call) {
    self.init()
    name = call[TeamParameter.name]
    description = call[TeamParameter.description]
    lead = call[TeamParameter.lead]
    email = call[TeamParameter.email]
    calendar = call[TeamParameter.calendar]
    assignment = call[TeamParameter.assignment].flatMap(Team.Method.init)
    isActive = call[TeamParameter.active] ? true : call[TeamParameter.inactive] ? false : nil
    (addMembers, removeMembers) = SignedWords.split(call[TeamParameter.members])
  }
}

/// How teams are written.
enum TeamRow {
  static let fields = [
    "team", "name", "description", "lead", "email", "calendar", "assignment", "active", "members",
  ]

  static func json(_ row: TeamMembers) -> JSONObject {
    var json = JSONObject([("team", .string(row.team.code))])
    for member in row.team.json.members { json[member.key] = member.value }
    json["active"] = .bool(row.team.isActive)
    json["members"] = .array(row.members.map(JSON.string))
    return json
  }

  static var listing: Listing<TeamMembers> {
    Listing(
      columns: [
        Column("TEAM", plain: \.team.code),
        Column("ASSIGNMENT") { $0.team.isActive ? $0.team.assignment.rawValue : "inactive" },
        Column("LEAD") { $0.team.lead ?? "" },
        Column("MEMBERS", isElastic: true) { $0.members.joined(separator: ",") },
        Column("NAME", isElastic: true, plain: \.team.name),
      ],
      fields: fields, json: json)
  }
}

extension Session {
  /// Says what became of a team.
  func show(_ team: TeamMembers, said: String) throws {
    try output.show(TeamRow.json(team), fields: TeamRow.fields) { "\(team.team.code) \(said)\n" }
  }
}
