/// What a desk says of a team: `teams/NAME.json`. Who is in it, the agents' own files say, so that two
/// clones that add members never meet in one line; a team that only they name has no file.
package struct Team: Hashable, Sendable {
  /// How tickets find an agent of the team.
  package enum Method: String, Sendable, CaseIterable {
    /// Somebody takes them.
    case manual
    /// Whoever was given a ticket of the team longest ago.
    case roundRobin = "round_robin"
    /// Whoever has the fewest open tickets.
    case leastLoad = "least_load"
  }

  /// As agents and tickets name it.
  package var code: String
  /// The name that people read.
  package var name: String
  package var description: String?
  /// The handle of the agent who leads it.
  package var lead: String?
  /// The address of the whole team.
  package var email: String?
  /// The hours it works: a name of the settings' calendars.
  package var calendar: String?
  package var assignment = Method.manual
  /// Whether it takes new tickets.
  package var isActive = true

  package init(_ code: String) { (self.code, name) = (code, code) }

  package var key: RecordKey { RecordKey(.team, code) }

  /// A file name on every system, as an agent's handle is.
  package static func isLegal(code: String) -> Bool { Agent.isLegal(handle: code) }
}

extension Team {
  package init(
    _ code: String, file: String, bytes: [UInt8], _ settings: DeskSettings
  ) throws {
    self.init(code)
    let reader = try SettingsReader(file: file, bytes: bytes)
    try reader.allowOnly([
      "name", "description", "lead", "email", "calendar", "assignment", "active",
    ])
    name = try reader.filledText("name") ?? code
    description = try reader.filledText("description")
    lead = try reader.handle("lead")
    email = try reader.filledText("email").map { text in
      guard let email = EmailAddress(text) else {
        throw reader.error("email", "\"\(text)\" is not an e-mail address")
      }
      return email.text
    }
    calendar = try reader.filledText("calendar")
    if let calendar, !settings.sla.calendarNames.contains(calendar) {
      var error = reader.error("calendar", "no calendar is called \"\(calendar)\"")
      error.known = settings.sla.calendarNames
      throw error
    }
    assignment = try reader.choice("assignment") ?? assignment
    isActive = try reader.bool("active") ?? isActive
  }

  /// The text of the team's file.
  package var json: JSONObject {
    var object = JSONObject([("name", .string(name))])
    object["description"] = description.map(JSON.string)
    object["lead"] = lead.map(JSON.string)
    object["email"] = email.map(JSON.string)
    object["calendar"] = calendar.map(JSON.string)
    object["assignment"] = .string(assignment.rawValue)
    if !isActive { object["active"] = false }
    return object
  }
}
