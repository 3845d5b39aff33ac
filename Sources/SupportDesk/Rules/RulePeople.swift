import SupportModel
import SupportStore

/// The people of a desk as its rules ask for them, read once for all tickets of a command and not at
/// all by most. Whose file is broken counts as nobody: that keeps no ticket out.
final class RulePeople {
  private let desk: Desk
  /// The teams that have been asked for; nil for one that there is not.
  private var teams: [String: Team?] = [:]
  private var teamsOfAgents: Set<String>?
  private var round: AssignmentRound?
  /// The records as the transaction found them that is under way; nil without one.
  var before: Snapshot?
  /// What happened before somebody had to be chosen.
  private var moves: [AssignmentMove] = []

  init(_ desk: Desk) { self.desk = desk }

  func agent(_ handle: String) throws -> Agent? {
    do { return try desk.agents.agent(handle) } catch is SettingsError { return nil }
  }

  /// A team that has a file, or agents and no file.
  func team(_ code: String) throws -> Team? {
    if let known = teams[code] { return known }
    var team: Team?
    do {
      team = try desk.teamFiles.team(code) ?? (hasAgents(code) ? Team(code) : nil)
    } catch is SettingsError {}
    teams[code] = .some(team)
    return team
  }

  private func hasAgents(_ code: String) throws -> Bool {
    let all = try teamsOfAgents ?? Set(desk.agents.all().values.flatMap(\.teams))
    teamsOfAgents = all
    return all.contains(code)
  }

  /// Who can take a ticket; nil where the file of its team or category is broken.
  func choice(for ticket: Ticket) throws -> AssignmentChoice? {
    var present = try round ?? newRound()
    defer { round = present }
    do { return try present.choice(for: ticket) } catch is SettingsError { return nil }
  }

  /// As the desk is without what this command has changed, and then with it.
  private func newRound() throws -> AssignmentRound {
    var round = try AssignmentRound(desk, in: before ?? desk.store.snapshot())
    for move in moves { round.take(move) }
    moves = []
    return round
  }

  /// Takes note of who has a ticket more or less.
  func note(_ before: Ticket?, _ after: Ticket) {
    let move = AssignmentMove(before, after, desk.settings.lifecycle)
    guard !move.isNone else { return }
    if round == nil { moves.append(move) } else { round?.take(move) }
  }
}
