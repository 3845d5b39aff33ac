import Platform
import SupportModel
import Testing

@testable import SupportStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@Suite("Agents of a large desk as they were read last")
struct AgentRosterTests {
  /// A desk of so many agents, and `ada`.
  private static func office(_ count: Int = 40) throws -> TestDesk {
    let desk = try TestDesk()
    for number in 0..<count {
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
      try AgentFiles(desk.layout).write(agent)
    }
    return desk
  }

  /// Files count as settled two seconds after they changed.
  private func settle() { WallClock.sleep(milliseconds: 2100) }

  private func hasRoster(_ desk: TestDesk) throws -> Bool {
    try FileSystem.statusIfPresent(desk.layout.agentRoster) != nil
  }

  /// Whether the next reader lists no folder and reads no agent's file.
  private func isCurrent(_ desk: TestDesk) -> Bool {
    AgentFiles(desk.layout).remembered().map { $0.areCurrent(Array($0.agents.indices)) } ?? false
  }

  /// Whether what is remembered is what the files say, also for who comes next.
  private func agrees(_ desk: TestDesk) throws -> Bool {
    let files = AgentFiles(desk.layout)
    let anew = try files.allAnew()
    return try (0..<2).allSatisfy { _ in
      let all = try files.all()
      return all.values == anew.values && all.broken.map(\.file) == anew.broken.map(\.file)
    }
  }

  @Test("They are kept when their files and their folder have been left alone for a while")
  func keeping() throws {
    let desk = try Self.office()
    #expect(try agrees(desk))
    // What has just changed may change again within one tick of the clock.
    #expect(try !hasRoster(desk))
    settle()
    #expect(try agrees(desk))
    #expect(isCurrent(desk))
    let kept = try FileSystem.read(desk.layout.agentRoster)
    #expect(try agrees(desk))
    #expect(try FileSystem.read(desk.layout.agentRoster) == kept)
    #expect(
      try AgentFiles(desk.layout).agent(email: "a5@desk.example")?.handle == "agent-5")
  }

  /// What people and programs do in the folder of agents, and whether every name that is there then is
  /// that of an agent or of nothing of theirs.
  private static let changes: [(String, isSound: Bool, @Sendable (DeskLayout) throws -> Void)] = [
    ("nothing", true, { _ in }),
    (
      "edited in place, with as many bytes as before", true,
      { layout in
        let text = String(decoding: try FileSystem.read(layout.agent("agent-1")), as: UTF8.self)
        let path = layout.local + "/new"
        try FileSystem.replace(path, with: Array(text.replacing("tier-1", with: "tier-2").utf8))
        try shell("cat '\(path)' > '\(layout.agent("agent-1"))'")
      }
    ),
    ("replaced", true, { try AgentFiles($0).write(Agent(handle: "agent-1", name: "New")) }),
    ("removed", true, { try AgentFiles($0).remove("agent-2") }),
    ("removed by hand", true, { try FileSystem.remove($0.agent("agent-2")) }),
    ("added", true, { try AgentFiles($0).write(Agent(handle: "agent-05")) }),
    (
      "added by hand, under the name of what was there before", true,
      { layout in
        try FileSystem.remove(layout.agent("agent-7"))
        try FileSystem.replace(layout.agent("agent-7"), with: Array("{}".utf8))
      }
    ),
    ("renamed", true, { try FileSystem.rename($0.agent("agent-9"), to: $0.agent("zoe")) }),
    (
      "two that changed places", true,
      { layout in
        try FileSystem.rename(layout.agent("agent-3"), to: layout.agent("agent-x"))
        try FileSystem.rename(layout.agent("agent-4"), to: layout.agent("agent-3"))
        try FileSystem.rename(layout.agent("agent-x"), to: layout.agent("agent-4"))
      }
    ),
    (
      "in another folder with the same names", true,
      { layout in
        try shell("cp -Rp '\(layout.agents)' '\(layout.local)/others'")
        try FileSystem.rename(layout.agents, to: layout.local + "/former")
        let path = layout.local + "/others/agent-8.json"
        try FileSystem.replace(path, with: Array(#"{"name": "Other"}"#.utf8))
        try FileSystem.rename(layout.local + "/others", to: layout.agents)
      }
    ),
    (
      "in a folder that a link leads to", true,
      { layout in
        try FileSystem.rename(layout.agents, to: layout.root + "/people")
        try shell("ln -s people '\(layout.agents)'")
      }
    ),
    (
      "beside files of others", true,
      { layout in
        for name in ["notes.txt", ".agent-1.json.swp", "Anna.json", "-.json", "json", ".json"] {
          try FileSystem.replace(layout.agents + "/" + name, with: Array("?".utf8))
        }
      }
    ),
    ("beside a folder", false, { try FileSystem.makeFolder($0.agent("agent-f")) }),
    (
      "replaced by a folder", false,
      { layout in
        try FileSystem.remove(layout.agent("agent-5"))
        try FileSystem.makeFolder(layout.agent("agent-5"))
      }
    ),
    ("broken", false, { try FileSystem.replace($0.agent("agent-3"), with: Array("{".utf8)) }),
    ("gone", true, { try FileSystem.removeTree($0.agents) }),
  ]

  @Test("They are what their files say, whatever has become of those since")
  func agreement() throws {
    let desks = try Self.changes.map { _ in try Self.office(30) }
    settle()
    for ((what, _, change), desk) in zip(Self.changes, desks) {
      #expect(try agrees(desk) && isCurrent(desk), "before \(what)")
      try change(desk.layout)
      #expect(isCurrent(desk) == (what == "nothing"), "\(what)")
      #expect(try agrees(desk), "\(what)")
    }
    settle()
    for ((what, isSound, _), desk) in zip(Self.changes, desks) {
      #expect(try agrees(desk), "later, \(what)")
      #expect(isCurrent(desk) == (isSound && what != "gone"), "later, \(what)")
    }
  }

  @Test("A roster that is damaged, cut or another version's counts as none")
  func damage() throws {
    let desk = try Self.office(30)
    settle()
    let agents = try AgentFiles(desk.layout).all().values
    let sound = try FileSystem.read(desk.layout.agentRoster)
    #expect(AgentRoster.kept(desk.layout).agents == agents)
    for place in sound.indices {
      for damaged in [sound.flipped(at: place), Array(sound.prefix(place))] {
        #expect(throws: IndexDamage.self) {
          try damaged.withUnsafeBytes { bytes throws(IndexDamage) in try AgentRoster(bytes) }
        }
      }
    }
    for place in stride(from: 0, to: sound.count, by: 401) {
      try FileSystem.replace(desk.layout.agentRoster, with: sound.flipped(at: place))
      #expect(try AgentFiles(desk.layout).all().values == agents)
    }
    #expect(isCurrent(desk))
  }

  @Test("Where a roster cannot be written, they are read each time")
  func unwritable() throws {
    let desk = try Self.office(30)
    try FileSystem.makeFolder(desk.layout.agentRoster + "/in-the-way")
    settle()
    #expect(try agrees(desk))
    #expect(!isCurrent(desk))
  }

  @Test("A desk of few agents keeps none")
  func few() throws {
    let desk = try Self.office(20)
    settle()
    #expect(try AgentFiles(desk.layout).all().values.count == 21)
    #expect(try !hasRoster(desk))
  }

  #if DEBUG
    @Test("While nothing changes, no folder is listed and no agent's file is read")
    func calls() throws {
      let desk = try Self.office(30)
      settle()
      let agents = try AgentFiles(desk.layout).all().values
      var paths: [String] = []
      let noting: FileFaults.Witness = { call, _ in
        switch call {
        case .read, .list: paths.append(call.path)
        default: break
        }
      }
      let witness = FileFaults({ _, _ in .proceed }, witness: noting)
      #expect(try witness.during { try AgentFiles(desk.layout).all().values } == agents)
      #expect(paths == [desk.layout.agentRoster])

      // Whichever call fails, nobody is missing from an answer.
      for number in 1...witness.count {
        let faults = FileFaults { $1 == number ? .fail(EIO) : .proceed }
        #expect(try faults.during { try AgentFiles(desk.layout).all().values } == agents)
      }
    }
  #endif
}

extension [UInt8] {
  fileprivate func flipped(at place: Int) -> [UInt8] {
    var bytes = self
    bytes[place] ^= 4
    return bytes
  }
}
