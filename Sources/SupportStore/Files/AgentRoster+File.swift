import Platform
import SupportModel

/// The file of a roster:
///
///     the heading, a line
///     the folder       its stamp; i64 `min` for its time where there is none
///     u32              the number of agents
///     for each:        the stamp of its file, and the agent
///     u64              the check of what is before it
///
/// A stamp is u64 inode, u64 size, i64 when it changed. Roles and presences are u8. Texts have their
/// length in bytes (u32) before them, lists their number of texts (u32).
extension AgentRoster {
  /// Another number for each new member of an agent, and each new case.
  private static let heading = Array("support-agents 2\n".utf8)

  /// What is kept of a desk; nothing where that is not whole.
  static func kept(_ layout: DeskLayout) -> AgentRoster {
    let bytes = try? FileSystem.readIfPresent(layout.agentRoster)
    return bytes?.withUnsafeBytes { try? AgentRoster($0) } ?? AgentRoster()
  }

  init(_ bytes: UnsafeRawBufferPointer) throws(IndexDamage) {
    let size = bytes.count - MemoryLayout<UInt64>.size
    guard size >= Self.heading.count, bytes.starts(with: Self.heading),
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: size, as: UInt64.self))
        == BlockCheck.checksum(UnsafeRawBufferPointer(rebasing: bytes[..<size]))
    else { throw IndexDamage() }
    var reader = ByteReader(
      UnsafeRawBufferPointer(rebasing: bytes[Self.heading.count..<size]))
    let folder = try reader.takeStamp()
    self.folder = folder.changed == .min ? nil : folder
    let count = Int(try reader.take(UInt32.self))
    reserve(min(count, size))
    for _ in 0..<count {
      files.append(try reader.takeStamp())
      agents.append(try reader.takeAgent())
    }
  }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.put(bytes: Self.heading)
    writer.put(folder ?? FileStamp(inode: 0, size: 0, changed: .min))
    writer.put(UInt32(agents.count))
    for (agent, file) in zip(agents, files) {
      writer.put(file)
      writer.put(agent)
    }
    writer.put(writer.bytes.withUnsafeBytes { BlockCheck.checksum($0) })
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func put(_ stamp: FileStamp) {
    put(stamp.inode)
    put(UInt64(stamp.size))
    put(stamp.changed)
  }

  fileprivate mutating func put(_ agent: Agent) {
    put(agent.handle)
    put(agent.name)
    put(agent.emails)
    put(agent.role.code)
    put(agent.teams)
    put(agent.categories)
    put(agent.skills)
    put(agent.languages)
    put(Int64(agent.capacity ?? -1))
    put(agent.status.code)
    put(agent.awayUntil?.milliseconds ?? .min)
  }

  private mutating func put(_ texts: [String]) {
    put(UInt32(texts.count))
    for text in texts { put(text) }
  }
}

extension ByteReader {
  fileprivate mutating func takeStamp() throws(IndexDamage) -> FileStamp {
    FileStamp(
      inode: try take(), size: Int(clamping: try take(UInt64.self)), changed: try take())
  }

  fileprivate mutating func takeAgent() throws(IndexDamage) -> Agent {
    Agent(
      handle: try takeText(), name: try takeText(), emails: try takeTexts(),
      role: try Role(code: take()), teams: try takeTexts(), categories: try takeTexts(),
      skills: try takeTexts(), languages: try takeTexts(), capacity: try takeCapacity(),
      status: try Agent.Presence(code: take()), awayUntil: try takeInstant())
  }

  private mutating func takeCapacity() throws(IndexDamage) -> Int? {
    let capacity = try take(Int64.self)
    return capacity < 0 ? nil : Int(capacity)
  }

  private mutating func takeInstant() throws(IndexDamage) -> Instant? {
    let time = try take(Int64.self)
    return time == .min ? nil : Instant(milliseconds: time)
  }

  private mutating func takeTexts() throws(IndexDamage) -> [String] {
    let count = Int(try take(UInt32.self))
    guard count > 0 else { return [] }
    var texts = [try takeText()]
    for _ in 1..<count { texts.append(try takeText()) }
    return texts
  }
}

extension Role {
  fileprivate var code: UInt8 {
    switch self {
    case .admin: 0
    case .agent: 1
    case .viewer: 2
    }
  }

  fileprivate init(code: UInt8) throws(IndexDamage) {
    switch code {
    case 0: self = .admin
    case 1: self = .agent
    case 2: self = .viewer
    default: throw IndexDamage()
    }
  }
}

extension Agent.Presence {
  fileprivate var code: UInt8 { self == .active ? 0 : 1 }

  fileprivate init(code: UInt8) throws(IndexDamage) {
    switch code {
    case 0: self = .active
    case 1: self = .away
    default: throw IndexDamage()
    }
  }
}
