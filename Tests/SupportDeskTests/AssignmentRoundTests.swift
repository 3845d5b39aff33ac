import Platform
import SupportModel
import SupportStore
import Testing

@testable import SupportDesk

@Suite("Agents of a large desk who are remembered")
struct AssignmentRoundTests {
  private let office: Office
  private let files: AgentFiles

  init() throws {
    office = try Office()
    let layout = DeskLayout(root: office.root)
    files = AgentFiles(layout)
    try FileSystem.replace(
      office.root + "/teams/tier-2.json", with: Array(#"{"assignment": "round_robin"}"#.utf8))
    var dice = Chance(seed: 5)
    for number in 0..<60 { try files.write(Self.agent(number, &dice)) }
    // Some have more to do than others, and were given it at another time.
    for number in 0..<90 {
      let id = try office.open("about \(number)", by: "ada")
      let handle = "agent-\(Int.random(in: 0..<60, using: &dice))"
      if try files.agent(handle)?.role == .viewer { continue }
      _ = try office.desk("ada").assign([id], to: handle, team: nil)
    }
  }

  private static func agent(_ number: Int, _ dice: inout Chance) -> Agent {
    func isSo(in count: Int) -> Bool { Int.random(in: 0..<count, using: &dice) == 0 }
    var agent = Agent(handle: "agent-\(number)")
    agent.teams = isSo(in: 3) ? ["tier-1"] : isSo(in: 3) ? ["tier-2"] : []
    agent.categories = isSo(in: 9) ? ["billing"] : []
    agent.skills = isSo(in: 8) ? ["vip"] : []
    agent.capacity = isSo(in: 4) ? Int.random(in: 0..<3, using: &dice) : nil
    agent.status = isSo(in: 3) ? .away : .active
    agent.role = isSo(in: 10) ? .viewer : .agent
    return agent
  }

  private static let tickets: [Ticket] = {
    let members: [[(String, JSON)]] = [
      [], [("team", "tier-1")], [("team", "tier-2")], [("category", "billing/refunds")],
      [("category", "nobody/looks")], [("tags", ["vip"])], [("team", "nobody")],
    ]
    return members.compactMap {
      Ticket(JSONObject([("id", "261120-k7qx9m"), ("status", "new")] + $0))
    }
  }()

  @Test("Who is chosen is who would be if every file were read, whatever was edited in its place")
  func edited() throws {
    var dice = Chance(seed: 8)
    var changes = 0
    for _ in 0..<3 {
      WallClock.sleep(milliseconds: 2100)
      let desk = try office.desk("ada")
      _ = try files.all()
      let roster = try FileSystem.read(office.root + "/.support/agents")
      let before = try Self.tickets.map { try Self.chosen($0, desk, isShown: false) }
      for _ in 0..<25 {
        for _ in 0..<2 {
          let agent = Self.agent(Int.random(in: 0..<60, using: &dice), &dice)
          try FileSystem.overwrite(
            office.root + "/agents/\(agent.handle).json",
            with: JSON.object(agent.json).prettyBytes)
        }
        try FileSystem.replace(office.root + "/.support/agents", with: roster)
        #expect(files.remembered() != nil)
        let found = try Self.tickets.map { try Self.chosen($0, desk, isShown: false) }
        #expect(try found == Self.tickets.map { try Self.chosen($0, desk, isShown: true) })
        if found != before { changes += 1 }
      }
    }
    #expect(changes > 20)
  }

  private static func chosen(_ ticket: Ticket, _ desk: Desk, isShown: Bool) throws -> String? {
    var round = try AssignmentRound(desk, in: desk.store.snapshot(), isShown: isShown)
    return try round.choice(for: ticket).chosen?.handle
  }
}
