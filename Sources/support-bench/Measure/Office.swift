import Platform
import SupportModel
import SupportStore

/// Two hundred agents and a hundred rules, which move into a desk and out again.
///
/// Ten of the rules listen to new tickets, each with words and a condition to read. Of those one tags
/// tickets from the web, and one gives those of another channel to whoever has the fewest.
struct Office {
  static let channel = "phone"

  private let layout: DeskLayout
  private let settings: [UInt8]
  private let settingsWithRules: [UInt8]

  /// Nil for a desk whose settings are no object.
  init?(_ layout: DeskLayout) throws {
    self.layout = layout
    settings = try FileSystem.read(layout.settings)
    guard var object = try JSONParser.parse(settings).object else { return nil }
    let rules = (0..<100).map(Self.rule).joined(separator: ",")
    object["rules"] = try JSONParser.parse(Array("[\(rules)]".utf8))
    settingsWithRules = JSON.object(object).prettyBytes
    if try FileSystem.statusIfPresent(crowd) == nil { try hire() }
  }

  func moveIn() throws {
    if try FileSystem.statusIfPresent(crowd) != nil {
      try FileSystem.rename(layout.agents, to: few)
      try FileSystem.rename(crowd, to: layout.agents)
    }
    try FileSystem.replace(layout.settings, with: settingsWithRules)
  }

  /// Moves in, and waits until agents are remembered: not while their folder has just been moved.
  func settle() throws {
    try moveIn()
    WallClock.sleep(milliseconds: 2_100)
  }

  func moveOut() throws {
    if try FileSystem.statusIfPresent(few) != nil {
      try FileSystem.rename(layout.agents, to: crowd)
      try FileSystem.rename(few, to: layout.agents)
    }
    try FileSystem.replace(layout.settings, with: settings)
  }

  /// Where the folder of agents lies that is not in its place.
  private var crowd: String { layout.local + "/bench-crowd" }
  private var few: String { layout.local + "/bench-few" }

  /// The desk's own agents, and others up to two hundred.
  private func hire() throws {
    let files = AgentFiles(layout)
    let present = try files.all().values
    for agent in present { try write(agent) }
    for number in present.count..<200 {
      try write(
        Agent(
          handle: "agent-\(number)", name: "Agent \(number)",
          emails: ["agent-\(number)@desk.example"], teams: ["team-\(number % 20)"]))
    }
  }

  private func write(_ agent: Agent) throws {
    try FileSystem.makeFolder(crowd)
    let bytes = JSON.object(agent.json).prettyBytes
    try FileSystem.replace("\(crowd)/\(agent.handle).json", with: bytes)
  }

  private static func rule(_ number: Int) -> String {
    let (condition, action) =
      switch number {
      case 50: ("channel:web", #"{"tag": ["+seen"]}"#)
      case 60: ("channel:\(channel)", #"{"assign": "auto"}"#)
      default: ("category:billing/refunds -tag:vip priority:>=high", #"{"tag": ["+seen"]}"#)
      }
    let type = number % 10 == 0 ? "ticket.created" : "ticket.closed"
    return """
      {"name": "rule-\(number)", "on": ["\(type)"], "says": ["password", "signing in", "voucher*"],
       "when": "\(condition)", "then": [\(action)]}
      """
  }
}
