import SupportModel
import SupportStore

/// New values for a team's file, and who is in it; what is nil stays as it is.
package struct TeamEdit: Hashable, Sendable {
  package var name: String?
  /// Empty for none, as with all texts here.
  package var description: String?
  package var lead: String?
  package var email: String?
  package var calendar: String?
  package var assignment: Team.Method?
  package var isActive: Bool?
  package var addMembers: [String] = []
  package var removeMembers: [String] = []

  package init() {}

  func apply(to team: inout Team, _ settings: DeskSettings) throws {
    if let name { team.name = try TextRules.name(name).filled ?? team.code }
    if let description { team.description = description.filled }
    if let lead { team.lead = lead.filled }
    team.assignment = assignment ?? team.assignment
    team.isActive = isActive ?? team.isActive
    if let email { team.email = try email.filled.map(Self.address) }
    if let calendar { team.calendar = calendar.filled }
    let known = settings.sla.calendarNames
    if let calendar = team.calendar, !known.contains(calendar) {
      throw Refusal.unknown(kind: "calendar", word: calendar, known: known)
    }
  }

  private static func address(_ text: String) throws -> String {
    guard let email = EmailAddress(text) else {
      throw Refusal.invalid(field: "email", value: text, expected: "an e-mail address")
    }
    return email.text
  }
}

extension Desk {
  package func addTeam(
    _ code: String, _ edit: TeamEdit, isDryRun: Bool = false
  ) throws -> Written<TeamMembers> {
    try permissions.requireAdmin("add teams")
    guard Team.isLegal(code: code) else {
      throw Refusal.invalid(
        field: "name of a team", value: code,
        expected: "lower-case letters, digits, - _ . (at most 40)")
    }
    return try changeSettings(for: "team add", ChangeOptions(isDryRun: isDryRun)) { _ in
      guard try teamFiles.team(code) == nil else { throw Refusal.exists(kind: "team", name: code) }
      return try change(Team(code), edit, .teamAdded)
    }
  }

  package func editTeam(
    _ code: String, _ edit: TeamEdit, isDryRun: Bool = false
  ) throws -> Written<TeamMembers> {
    try permissions.requireAdmin("edit teams")
    return try changeSettings(for: "team edit", ChangeOptions(isDryRun: isDryRun)) { _ in
      try change(team(code).team, edit, .teamUpdated)
    }
  }

  /// Removes a team: its file, and its name from the agents in it and from the categories whose new
  /// tickets it gets. Open tickets of the team keep it from going, unless another gets them; that one
  /// gets the new ones, too.
  package func removeTeam(
    _ code: String, replacedBy other: String? = nil, _ options: ChangeOptions = ChangeOptions()
  ) throws -> Written<TeamMembers> {
    try permissions.requireAdmin("remove teams")
    if let other { try requireHeir(other, of: code) }
    return try changeSettings(for: "team remove", options) { snapshot in
      let team = try team(code)
      var change = SettingsChange()
      let open = Filter.having(code, in: .team).and(try Filter.parse("is:open", filterContext))
      if let other {
        change.tickets = SettingsChange.TicketsBehind(filter: open) { ticket, acting in
          try ticket.assign(.team(other), reason: "the team \(code) was given up", acting)
        }
      } else {
        let count = try ids(open, in: snapshot).count
        guard count == 0 else { throw Refusal.inUse(kind: "team", name: code, tickets: count) }
      }
      change.tell(EventDraft(.teamRemoved, RecordKey(.team, code)))
      for agent in try agents.all().values where agent.teams.contains(code) {
        var without = agent
        without.teams.removeAll { $0 == code }
        change.take(along: try self.change(agent, to: without, .agentUpdated))
      }
      for category in try categoryFiles.all().values where category.team == code {
        var category = category
        category.team = other
        change.take(along: try self.change(to: category, .categoryUpdated))
      }
      if try teamFiles.codes().contains(code) { change.clear { try teamFiles.remove(code) } }
      return (team, change)
    }
  }

  private func requireHeir(_ other: String, of code: String) throws {
    guard other != code else {
      throw Refusal.invalid(field: "team", value: other, expected: "another one")
    }
    try requireTeam(other)
  }

  /// The files that say what a team is, and who is in it.
  private func change(
    _ before: Team, _ edit: TeamEdit, _ type: EventType
  ) throws -> (TeamMembers, SettingsChange?) {
    var team = before
    try edit.apply(to: &team, settings)
    if let lead = edit.lead?.filled { team.lead = try assignableAgent(lead).handle }
    var members = try Set(agents.all().values.filter { $0.teams.contains(team.code) }.map(\.handle))
    var change = SettingsChange()
    if team != before || type == .teamAdded {
      change.tell(EventDraft(type, team.key, Patch(set: team.json)))
      change.write(try teamFiles.kept(team.code)) { [team] in try teamFiles.write(team) }
    }
    for (names, isAdded) in [(edit.addMembers, true), (edit.removeMembers, false)] {
      for name in names {
        let before = try agentAsWritten(assignableAgent(name).handle)
        guard members.contains(before.handle) != isAdded else { continue }
        var agent = before
        agent.teams.edit(
          adding: isAdded ? [team.code] : [], removing: isAdded ? [] : [team.code])
        if isAdded { members.insert(agent.handle) } else { members.remove(agent.handle) }
        change.add(try self.change(before, to: agent, .agentUpdated))
      }
    }
    return (TeamMembers(team: team, members: members.sorted()), change)
  }
}
