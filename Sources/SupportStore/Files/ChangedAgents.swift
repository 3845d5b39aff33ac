import Platform
import SupportModel

/// Reads the agents of a large desk of which some may have changed, and each changed file once.
struct ChangedAgents {
  private let layout: DeskLayout
  private let known: AgentRoster
  /// Where each agent stands in what is known.
  private var places: [String: Int] = [:]
  /// What is to be kept.
  private var roster = AgentRoster()
  private var hasNews = false

  /// To be made before the folder's names are read: a name that comes later gives it another time.
  init(_ layout: DeskLayout, known: AgentRoster) {
    (self.layout, self.known) = (layout, known)
    for (place, agent) in known.agents.enumerated() { places[agent.handle] = place }
    let folder = try? FileSystem.statusIfPresent(layout.agents).map(FileStamp.init)
    roster.folder = folder.flatMap { $0.isSettled ? $0 : nil }
  }

  /// The agent of a file; nil for one that is gone by now.
  mutating func agent(_ handle: String) throws -> Agent? {
    let path = layout.agent(handle)
    if let place = places[handle] {
      guard let status = try FileSystem.statusIfPresent(path) else { return nil }
      if status.kind == .file, FileStamp(status) == known.files[place] {
        roster.add(known.agents[place], known.files[place])
        return known.agents[place]
      }
    }
    guard let (bytes, status) = try FileSystem.readWithStatusIfPresent(path) else { return nil }
    let agent = try Agent(handle: handle, file: layout.relative(path), bytes: bytes)
    let file = FileStamp(status)
    if file.isSettled {
      roster.add(agent, file)
      hasNews = true
    }
    return agent
  }

  /// Keeps what was found of so many files, where the folder can be written.
  mutating func keep(_ count: Int) {
    if roster.agents.count < count { roster.folder = nil }
    guard hasNews || roster.agents.count != known.agents.count || roster.folder != known.folder
    else { return }
    // A folder that cannot be written has them read each time, and nothing else.
    try? FileSystem.replace(layout.agentRoster, with: roster.bytes)
  }
}
