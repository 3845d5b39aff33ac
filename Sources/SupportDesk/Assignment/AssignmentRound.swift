import SupportModel
import SupportStore

/// Gives tickets to those who can take them, one after the other: each choice sees those before it.
struct AssignmentRound {
  private let desk: Desk
  private let customers: CustomerRecords
  private var staff: [Agent]
  private let isShown: Bool
  /// Where they are as they are remembered; nil once every file has been looked at.
  private var remembered: RememberedAgents?
  private var workload: Workload
  /// When in this round somebody was given a ticket, counted from 1.
  private var turns: [String: Int] = [:]
  private var given = 0
  private var teams: [String: Team] = [:]
  private var categories: [String: CategoryDefaults] = [:]

  /// Where a choice `isShown`, all that it says of everybody has to be so. Otherwise who is chosen has
  /// to: of a large desk, the files are looked at of those alone on whom that depends.
  init(_ desk: Desk, in snapshot: Snapshot, isShown: Bool = false) throws {
    (self.desk, self.isShown) = (desk, isShown)
    customers = Desk.customers(in: snapshot)
    remembered = isShown ? nil : desk.agents.remembered()
    staff = try remembered?.agents ?? desk.agents.all().values
    workload = try desk.workload(in: snapshot)
  }

  /// Whether the desk wants the ticket to be given away without anybody asking: its team does not
  /// assign by hand, and its category does not say no.
  mutating func isAutomatic(_ ticket: Ticket) throws -> Bool {
    guard let team = try team(of: ticket), try method(of: team) != .manual else { return false }
    return try defaults(of: ticket).assignsItself ?? true
  }

  /// Who gets a ticket. Whoever asks has a choice made also where a team assigns by hand.
  mutating func choice(for ticket: Ticket) throws -> AssignmentChoice {
    let team = try team(of: ticket)
    let method = try team.map { try self.method(of: $0) } ?? .manual
    let language = ticket.customer.flatMap(customers)?["language"]?.string
    let question = AssignmentQuestion(
      ticket, team: team, method: method == .manual ? .leastLoad : method, language: language)
    let everybody = staff.map(candidate)
    let choice = choice(question, among: everybody)
    guard let remembered, !remembered.areCurrent(decisive(choice, among: everybody)) else {
      return choice
    }
    self.remembered = nil
    staff = try desk.agents.all().values
    return self.choice(question, among: staff.map(candidate))
  }

  /// The places of the agents whose files might say who is chosen. Where nobody looks after the
  /// category, any of them might.
  private func decisive(
    _ choice: AssignmentChoice, among staff: [AssignmentCandidate]
  ) -> [Int] {
    let ticket = choice.question.ticket
    if choice.question.team == nil, let category = ticket.category,
      !staff.contains(where: { looksAfter(category, $0.agent) })
    {
      return Array(staff.indices)
    }
    return choice.rivals(among: staff)
  }

  private func choice(
    _ question: AssignmentQuestion, among staff: [AssignmentCandidate]
  ) -> AssignmentChoice {
    AssignmentChoice(
      question, among: asked(for: question.ticket, question.team, among: staff), desk.settings,
      at: desk.now, onlyFirst: !isShown)
  }

  /// Takes note of who has a ticket more or less, and who was given one.
  mutating func take(_ move: AssignmentMove) {
    if let handle = move.from { workload.loads[handle, default: 0] -= 1 }
    if let handle = move.to { workload.loads[handle, default: 0] += 1 }
    guard let handle = move.given else { return }
    given += 1
    turns[handle] = given
  }

  /// The team that a ticket has, or else the one that its category names, if that gets tickets.
  private mutating func team(of ticket: Ticket) throws -> String? {
    if let team = ticket.team { return team }
    guard let code = try defaults(of: ticket).team, try team(code).isActive else { return nil }
    return code
  }

  private mutating func defaults(of ticket: Ticket) throws -> CategoryDefaults {
    guard let path = ticket.category else { return CategoryDefaults() }
    let defaults =
      try categories[path] ?? CategoryDefaults(desk.categoryFiles.line(from: path))
    categories[path] = defaults
    return defaults
  }

  private mutating func method(of code: String) throws -> Team.Method {
    try team(code).assignment
  }

  private mutating func team(_ code: String) throws -> Team {
    let team = try teams[code] ?? desk.teamFiles.team(code) ?? Team(code)
    teams[code] = team
    return team
  }

  /// The agents of the team; without one those who look after the category, or else everybody.
  private func asked(
    for ticket: Ticket, _ team: String?, among staff: [AssignmentCandidate]
  ) -> [AssignmentCandidate] {
    if let team { return staff.filter { $0.agent.teams.contains(team) } }
    guard let category = ticket.category else { return staff }
    let asked = staff.filter { looksAfter(category, $0.agent) }
    return asked.isEmpty ? staff : asked
  }

  private func looksAfter(_ category: String, _ agent: Agent) -> Bool {
    agent.role != .viewer && agent.categories.contains { Category.isWithin(category, $0) }
  }

  private func candidate(_ agent: Agent) -> AssignmentCandidate {
    var candidate = AssignmentCandidate(
      agent, load: workload.loads[agent.handle] ?? 0, lastGiven: workload.lastGiven[agent.handle])
    candidate.turn = turns[agent.handle] ?? 0
    return candidate
  }
}
