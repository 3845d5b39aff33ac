import SupportModel

/// Who was given a ticket when, last: what a file of the index says of it, and what the log says past
/// the place that the file stands for.
///
///     u32              the number of agents, n
///     n times          the event's id (u128), their handle: its length (u32), its bytes
struct KeptTurns: Sendable {
  private let folder: IndexFolder
  /// Nil where nothing is kept yet.
  private let name: String?
  /// What has come since.
  private let spans: [LogSpan]

  init(_ folder: IndexFolder, _ name: String?, since spans: [LogSpan]) {
    (self.folder, self.name, self.spans) = (folder, name, spans)
  }

  /// Also turns that are too old to count. `recent` are those that have come since, where they are known.
  func lastGiven(
    _ log: EventLog, _ recent: [String: EventID]? = nil
  ) throws -> [String: EventID] {
    let known = try name.map { try Self.turns(folder.read($0)) } ?? [:]
    if spans.isEmpty { return known }
    return try known.merging(recent ?? log.lastGiven(in: spans), uniquingKeysWith: max)
  }

  private static func turns(_ bytes: [UInt8]) throws -> [String: EventID] {
    try bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      var turns: [String: EventID] = [:]
      let count = Int(try reader.take(UInt32.self))
      turns.reserveCapacity(min(count, bytes.count))
      for _ in 0..<count {
        let id = EventID(bits: try reader.take())
        turns[try reader.takeText()] = id
      }
      return turns
    }
  }

  /// The bytes of a file of them.
  static func bytes(_ turns: [String: EventID]) -> [UInt8] {
    var writer = ByteWriter()
    writer.put(UInt32(turns.count))
    for (handle, id) in turns.sorted(by: { $0.key < $1.key }) {
      writer.put(id.bits)
      writer.put(handle)
    }
    return writer.bytes
  }
}
