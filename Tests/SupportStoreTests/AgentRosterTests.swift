import Platform
import SupportModel
import Testing

@testable import SupportStore

@Suite("Agents of a large desk as they were read last")
struct AgentRosterTests {
  private let desk: TestDesk
  private var files: AgentFiles { AgentFiles(desk.layout) }

  /// Files count as settled two seconds after they changed.
  init() throws {
    desk = try TestDesk()
    for number in 0..<40 {
      var agent = Agent(
        handle: "agent-\(number)", name: "Agent Ø \(number)",
        emails: number % 2 == 0 ? [] : ["a\(number)@desk.example", "b\(number)@desk.example"],
        role: [.agent, .admin, .viewer][number % 3], teams: number % 4 == 0 ? [] : ["tier-1", "x"],
        categories: number % 5 == 0 ? ["billing/refunds"] : [])
      agent.skills = number % 6 == 0 ? ["returns"] : []
      agent.languages = number % 7 == 0 ? ["de", "pt-br"] : []
      agent.capacity = number % 3 == 0 ? nil : number
      if number % 8 == 0 { agent.status = .away }
      if number % 16 == 0 { agent.awayUntil = TestDesk.start }
      try files.write(agent)
    }
  }

  private func readFromFiles() throws -> [Agent] {
    try files.handles().compactMap { try files.agent($0) }
  }

  private func hasRoster() throws -> Bool {
    try FileSystem.statusIfPresent(desk.layout.agentRoster) != nil
  }

  @Test("They are what their files say, whatever has become of those since")
  func agreement() throws {
    #expect(try files.all().values == readFromFiles())
    // What has just changed may change again within one tick of the clock.
    #expect(try !hasRoster())
    WallClock.sleep(milliseconds: 2100)
    #expect(try files.all().values == readFromFiles())
    #expect(try hasRoster())
    let kept = try FileSystem.read(desk.layout.agentRoster)
    #expect(try files.all().values == readFromFiles())
    #expect(try FileSystem.read(desk.layout.agentRoster) == kept)

    // In place, with as many bytes as before.
    let path = desk.layout.agent("agent-1")
    let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
    let changed = Array(text.replacing("tier-1", with: "tier-2").utf8)
    let program = try #require(ChildProcess.find("sh", path: nil))
    try FileSystem.replace(desk.folder.path + "/new", with: changed)
    let copy = "cat '\(desk.folder.path)/new' > '\(path)'"
    #expect(try ChildProcess.talk(program, ["-c", copy]).status == 0)
    #expect(try files.all().values == readFromFiles())
    #expect(try files.all().values.first { $0.handle == "agent-1" }?.teams == ["tier-2", "x"])

    // Gone, and broken.
    try files.remove("agent-2")
    try FileSystem.replace(desk.layout.agent("agent-3"), with: Array("{".utf8))
    let all = try files.all()
    #expect(all.values.count == 39 && !all.values.contains { $0.handle == "agent-2" })
    #expect(all.broken.map(\.file) == ["agents/agent-3.json"])
    #expect(try files.agent(email: "a5@desk.example")?.handle == "agent-5")
  }

  @Test("A roster that is damaged, cut or another version's counts as none")
  func damage() throws {
    WallClock.sleep(milliseconds: 2100)
    let agents = try files.all().values
    let sound = try FileSystem.read(desk.layout.agentRoster)
    for place in stride(from: 0, to: sound.count, by: 101) {
      var flipped = sound
      flipped[place] ^= 4
      try FileSystem.replace(desk.layout.agentRoster, with: flipped)
      #expect(try files.all().values == agents)
      try FileSystem.replace(desk.layout.agentRoster, with: Array(sound.prefix(place)))
      #expect(try files.all().values == agents)
    }
  }

  @Test("A desk of few agents keeps none")
  func few() throws {
    for number in 20..<40 { try files.remove("agent-\(number)") }
    WallClock.sleep(milliseconds: 2100)
    #expect(try files.all().values.count == 21)
    #expect(try !hasRoster())
  }
}
