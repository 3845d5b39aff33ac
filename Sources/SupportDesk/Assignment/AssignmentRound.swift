import SupportModel
import SupportStore

/// Gives tickets to those who can take them, one after the other: each choice sees those before it.
struct AssignmentRound {
  private let desk: Desk
  private let customers: CustomerRecords
  private let staff: [Agent]
  /// Open tickets by the handle of who has them.
  private var loads: [String: Int]
  private let lastGiven: [String: EventID]
  /// When in this round somebody was given a ticket, counted from 1.
  private var turns: [String: Int] = [:]
  private var given = 0
  private var teams: [String: Team] = [:]

  /// Loads come from the index, and who was given a ticket when from the end of the log.
  init(_ desk: Desk, in snapshot: Snapshot) throws {
    self.desk = desk
    customers = Desk.customers(in: snapshot)
    staff = try desk.agents.all().values.filter { $0.role != .viewer }
    loads = try desk.openTickets(in: snapshot)
    lastGiven = try desk.store.log.lastGiven(to: Set(staff.map(\.handle)))
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
    return AssignmentChoice(
      question, among: candidates(for: ticket, team), desk.settings, at: desk.now)
  }

  /// Takes note that somebody has one ticket more.
  mutating func give(to handle: String) {
    given += 1
    loads[handle, default: 0] += 1
    turns[handle] = given
  }

  /// The team that a ticket has, or else the one that its category names.
  private func team(of ticket: Ticket) throws -> String? {
    try ticket.team ?? defaults(of: ticket).team
  }

  private func defaults(of ticket: Ticket) throws -> CategoryDefaults {
    CategoryDefaults(try ticket.category.map { try desk.categoryFiles.line(from: $0) } ?? [])
  }

  private mutating func method(of code: String) throws -> Team.Method {
    let team = try teams[code] ?? desk.teamFiles.team(code) ?? Team(code)
    teams[code] = team
    return team.assignment
  }

  /// The agents of the team; without one those who look after the category, or else everybody.
  private func candidates(for ticket: Ticket, _ team: String?) -> [AssignmentCandidate] {
    var agents = staff.filter { team.map($0.teams.contains) ?? false }
    if team == nil, let category = ticket.category {
      agents = staff.filter { agent in
        agent.categories.contains { Category.isWithin(category, $0) }
      }
    }
    if team == nil, agents.isEmpty { agents = staff }
    return agents.map { agent in
      var candidate = AssignmentCandidate(
        agent, load: loads[agent.handle] ?? 0, lastGiven: lastGiven[agent.handle])
      candidate.turn = turns[agent.handle] ?? 0
      return candidate
    }
  }
}

/// A round that begins with the first ticket that asks for it: most commands have none that does.
final class LazyAssignmentRound {
  private let desk: Desk
  private var round: AssignmentRound?

  init(_ desk: Desk) { self.desk = desk }

  /// Who gets a ticket; from then on they have one more.
  func take(_ ticket: Ticket) throws -> AssignmentChoice? {
    var present = try round ?? AssignmentRound(desk, in: desk.store.snapshot())
    defer { round = present }
    let choice = try present.choice(for: ticket)
    if let agent = choice.chosen { present.give(to: agent.handle) }
    return choice
  }
}

extension Desk {
  /// How many open tickets each agent has, whoever asks.
  fileprivate func openTickets(in snapshot: Snapshot) throws -> [String: Int] {
    let open = try Filter.parse("is:open", filterContext)
    let query = TicketQuery(open, settings, looksAtAll: false) { ticket in
      FilterSubject(ticket, rules, customers: Self.customers(in: snapshot))
    }
    var loads: [String: Int] = [:]
    if let counts = try withIndex(snapshot, { try $0.counts(query, by: .assignee) }) {
      for (handle, count) in counts { if let handle { loads[handle] = count } }
      return loads
    }
    try snapshot.visitTickets { ticket in
      if let handle = ticket.assignee, query.found(ticket) != nil { loads[handle, default: 0] += 1 }
    }
    return loads
  }
}
