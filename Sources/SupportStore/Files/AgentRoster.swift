import Platform
import SupportModel

/// The agents of a large desk as they were read last, in `.support/agents`: to ask the system whether
/// two hundred files have changed takes a fourth of the time that it takes to read them. Derived and
/// disposable.
struct AgentRoster {
  /// A desk of fewer agents keeps none.
  static let few = 24

  /// The folder of agents as it was when these were all that it names; nil where others are there too,
  /// and where it had just changed.
  var folder: FileStamp?
  /// In the order of their files' names.
  var agents: [Agent] = []
  /// The file of each of them.
  var files: [FileStamp] = []

  mutating func reserve(_ count: Int) {
    agents.reserveCapacity(count)
    files.reserveCapacity(count)
  }

  mutating func add(_ agent: Agent, _ file: FileStamp) {
    agents.append(agent)
    files.append(file)
  }

  /// Whether these are the agents of the desk, of whom none has come or gone, or the folder would have
  /// another time, and whether those in some places are as they were.
  func isCurrent(_ layout: DeskLayout, in places: some Sequence<Int>) -> Bool {
    guard let folder else { return false }
    do {
      let present = try OpenFolder(layout.agents)
      guard try FileStamp(present.status()) == folder else { return false }
      for place in places {
        let name = agents[place].handle + ".json"
        let status = try name.withCString { try present.status(of: $0) }
        guard status.kind == .file, FileStamp(status) == files[place] else { return false }
      }
      return true
    } catch { return false }
  }
}

/// Agents whose files may have changed since they were read.
package struct RememberedAgents {
  let layout: DeskLayout
  let roster: AgentRoster

  package var agents: [Agent] { roster.agents }

  /// Whether these are all the agents there are, and those in some places are as they stand here.
  package func areCurrent(_ places: [Int]) -> Bool { roster.isCurrent(layout, in: places) }
}
