import SupportModel
import SupportStore

/// Gives tickets to those who can take them, one after the other: each choice sees those before it.
struct AssignmentRound {
  private let desk: Desk
  private let customers: CustomerRecords
  private let staff: [Agent]
  /// Open tickets by the handle of who has them.
  private var loads: [String: Int]
  /// Who was given a ticket when, of those who were asked for.
  private var lastGiven: [String: EventID?] = [:]
  /// When in this round somebody was given a ticket, counted from 1.
  private var turns: [String: Int] = [:]
  private var given = 0
  private var teams: [String: Team] = [:]
  private var categories: [String: CategoryDefaults] = [:]

  /// Loads come from the index.
  init(_ desk: Desk, in snapshot: Snapshot) throws {
    self.desk = desk
    customers = Desk.customers(in: snapshot)
    staff = try desk.agents.all().values
    loads = try desk.openTickets(in: snapshot)
  }

  /// Whether the desk wants the ticket to be given away without anybody asking: its team does not
  /// assign by hand, and its category does not say no.
  mutating func isAutomatic(_ ticket: Ticket) throws -> Bool {
    guard let team = try team(of: ticket), try method(of: team) != .manual else { return false }
    return try defaults(of: ticket).assignsItself ?? true
  }

  /// Who gets a ticket. Whoever asks has a choice made also where a team assigns by hand.
  ///
  /// Who was given a ticket when stands at the end of the log, which is read where that decides, or
  /// where somebody wants to know it of all.
  mutating func choice(for ticket: Ticket, isExplained: Bool = false) throws -> AssignmentChoice {
    let team = try team(of: ticket)
    let method = try team.map { try self.method(of: $0) } ?? .manual
    let language = ticket.customer.flatMap(customers)?["language"]?.string
    let question = AssignmentQuestion(
      ticket, team: team, method: method == .manual ? .leastLoad : method, language: language)
    let agents = agents(for: ticket, team)
    func choice() -> AssignmentChoice {
      AssignmentChoice(question, among: agents.map(candidate), desk.settings, at: desk.now)
    }
    if isExplained {
      try look(when: agents.map(\.handle))
      return choice()
    }
    let first = choice()
    if first.tied.isEmpty { return first }
    try look(when: first.tied)
    return choice()
  }

  private mutating func look(when handles: [String]) throws {
    let unknown = Set(handles).subtracting(lastGiven.keys)
    guard !unknown.isEmpty else { return }
    let found = try desk.store.log.lastGiven(to: unknown)
    for handle in unknown { lastGiven[handle] = .some(found[handle]) }
  }

  /// Takes note of who has a ticket more or less, and who was given one.
  mutating func take(_ move: AssignmentMove) {
    if let handle = move.from { loads[handle, default: 0] -= 1 }
    if let handle = move.to { loads[handle, default: 0] += 1 }
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
  private func agents(for ticket: Ticket, _ team: String?) -> [Agent] {
    var agents = staff.filter { team.map($0.teams.contains) ?? false }
    if team == nil, let category = ticket.category {
      agents = staff.filter { agent in
        agent.role != .viewer && agent.categories.contains { Category.isWithin(category, $0) }
      }
    }
    return team == nil && agents.isEmpty ? staff : agents
  }

  private func candidate(_ agent: Agent) -> AssignmentCandidate {
    var candidate = AssignmentCandidate(
      agent, load: loads[agent.handle] ?? 0, lastGiven: lastGiven[agent.handle] ?? nil)
    candidate.turn = turns[agent.handle] ?? 0
    return candidate
  }
}

extension Desk {
  /// How many open tickets each agent has, whoever asks.
  func openTickets(in snapshot: Snapshot) throws -> [String: Int] {
    func isOpen(_ ticket: Ticket) -> Bool { settings.lifecycle.phase(of: ticket.status) != .done }
    let known = try withIndex(snapshot) { index in
      try index.loads(isOpen) ?? countedLoads(index, snapshot)
    }
    if let known { return known }
    var loads: [String: Int] = [:]
    try snapshot.visitTickets { ticket in
      if let handle = ticket.assignee, isOpen(ticket) { loads[handle, default: 0] += 1 }
    }
    return loads
  }

  private func countedLoads(
    _ index: TicketIndex, _ snapshot: Snapshot
  ) throws -> [String: Int] {
    let open = try Filter.parse("is:open", filterContext)
    let query = TicketQuery(open, settings, looksAtAll: false) { ticket in
      FilterSubject(ticket, rules, customers: Self.customers(in: snapshot))
    }
    let counts = try index.counts(query, by: .assignee)
    return Dictionary(
      uniqueKeysWithValues: counts.compactMap { key, count in key.map { ($0, count) } })
  }
}
