import Platform
import SupportModel

/// The agents of a large desk as they were read last, in `.support/agents`: to ask the system whether
/// two hundred files have changed takes a fourth of the time that it takes to read them. Derived and
/// disposable.
///
///     the heading, a line
///     u32              the number of agents
///     for each:        the handle, u64 inode, u64 size, i64 when the file changed, and the agent
///     u64              the check of what is before it
///
/// Texts have their length in bytes (u32) before them, lists their number of texts (u32).
struct AgentRoster {
  /// What the system says of a file as long as nobody touches it.
  private struct Stamp: Equatable {
    var inode: UInt64
    var size: Int
    var changed: Int64

    init(_ status: FileStatus) {
      (inode, size, changed) = (status.inode, status.size, status.changed)
    }

    init(inode: UInt64, size: Int, changed: Int64) {
      (self.inode, self.size, self.changed) = (inode, size, changed)
    }
  }

  private struct Entry {
    var stamp: Stamp
    var agent: Agent
  }

  /// A desk of fewer agents keeps none.
  static let few = 24
  /// In nanoseconds: a file that changed so short a time ago may change again without its showing.
  private static let settled: Int64 = 2_000_000_000

  private let layout: DeskLayout
  private var known: [String: Entry] = [:]
  private var learnt: [String: Entry] = [:]

  /// What is not whole counts as nothing.
  init(_ layout: DeskLayout) {
    self.layout = layout
    guard let bytes = try? FileSystem.readIfPresent(layout.agentRoster) else { return }
    known = (try? Self.entries(bytes)) ?? [:]
  }

  /// The agent of a file; nil for one that is gone by now.
  mutating func agent(_ handle: String, _ path: String) throws -> Agent? {
    if let entry = known[handle] {
      guard let status = try FileSystem.statusIfPresent(path) else { return nil }
      if status.kind == .file, Stamp(status) == entry.stamp { return entry.agent }
    }
    guard let (bytes, status) = try FileSystem.readWithStatusIfPresent(path) else { return nil }
    let agent = try Agent(handle: handle, file: layout.relative(path), bytes: bytes)
    if status.changed + Self.settled < WallClock.nanoseconds() {
      learnt[handle] = Entry(stamp: Stamp(status), agent: agent)
    }
    return agent
  }

  /// Keeps what was learnt of the agents that there are, where the folder can be written.
  func keep(_ handles: [String]) {
    guard !learnt.isEmpty || known.count > handles.count else { return }
    let all = known.merging(learnt) { _, new in new }
    let present = Set(handles)
    let bytes = Self.bytes(all.filter { present.contains($0.key) })
    // A folder that cannot be written has them read each time, and nothing else.
    try? FileSystem.replace(layout.agentRoster, with: bytes)
  }
}

// MARK: The file

extension AgentRoster {
  /// Another number for each new member of an agent.
  private static let heading = Array("support-agents 1\n".utf8)

  private static func bytes(_ entries: [String: Entry]) -> [UInt8] {
    var writer = ByteWriter()
    writer.put(bytes: heading)
    writer.put(UInt32(entries.count))
    for (handle, entry) in entries.sorted(by: { $0.key < $1.key }) {
      writer.put(handle)
      writer.put(entry.stamp.inode)
      writer.put(UInt64(entry.stamp.size))
      writer.put(entry.stamp.changed)
      writer.put(entry.agent)
    }
    writer.put(writer.bytes.withUnsafeBytes { BlockCheck.checksum($0) })
    return writer.bytes
  }

  private static func entries(_ bytes: [UInt8]) throws -> [String: Entry] {
    guard bytes.starts(with: heading), bytes.count >= heading.count + 12 else {
      throw IndexDamage()
    }
    return try bytes.withUnsafeBytes { bytes in
      let (text, check) = (bytes[..<(bytes.count - 8)], bytes[(bytes.count - 8)...])
      guard
        UInt64(littleEndian: UnsafeRawBufferPointer(rebasing: check).loadUnaligned(as: UInt64.self))
          == BlockCheck.checksum(UnsafeRawBufferPointer(rebasing: text))
      else { throw IndexDamage() }
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: text[heading.count...]))
      var entries: [String: Entry] = [:]
      let count = Int(try reader.take(UInt32.self))
      for _ in 0..<count {
        let handle = try reader.takeText()
        let stamp = Stamp(
          inode: try reader.take(), size: Int(clamping: try reader.take(UInt64.self)),
          changed: try reader.take())
        entries[handle] = Entry(stamp: stamp, agent: try reader.takeAgent(handle))
      }
      return entries
    }
  }
}

extension ByteWriter {
  fileprivate mutating func put(_ agent: Agent) {
    put(agent.name)
    put(agent.role.rawValue)
    put(agent.status.rawValue)
    for list in [agent.emails, agent.teams, agent.categories, agent.skills, agent.languages] {
      put(UInt32(list.count))
      for text in list { put(text) }
    }
    put(Int64(agent.capacity ?? -1))
    put(agent.awayUntil?.milliseconds ?? .min)
  }
}

extension ByteReader {
  fileprivate mutating func takeAgent(_ handle: String) throws -> Agent {
    var agent = Agent(handle: handle, name: try takeText())
    guard let role = Role(rawValue: try takeText()),
      let status = Agent.Presence(rawValue: try takeText())
    else { throw IndexDamage() }
    (agent.role, agent.status) = (role, status)
    agent.emails = try takeTexts()
    agent.teams = try takeTexts()
    agent.categories = try takeTexts()
    agent.skills = try takeTexts()
    agent.languages = try takeTexts()
    let capacity = try take(Int64.self)
    agent.capacity = capacity < 0 ? nil : Int(capacity)
    let until = try take(Int64.self)
    agent.awayUntil = until == .min ? nil : Instant(milliseconds: until)
    return agent
  }

  private mutating func takeTexts() throws -> [String] {
    let count = try take(UInt32.self)
    return try (0..<count).map { _ in try takeText() }
  }
}
