/// An agenda as a file of the index. What most ask of it stands at its beginning, and each ticket is found
/// without reading the others.
///
///     u32              the number of owners, n
///     n times          how many tickets they have (u32), their handle: its length (u32), its bytes
///     ...              the tickets in the order of their ids, 32 bytes for each:
///                        u64 id, i64 looks at, i64 due at, u32 customer, u32 owner and clocks: twice
///                        the owner's place, counted from 1, and one more where a policy applies
struct AgendaFile {
  private let file: SealedFile
  private let owners: [String]
  /// How many tickets each has who has any.
  let loads: [String: Int]
  /// Where the tickets begin.
  private let start: Int
  private let count: Int

  private static let entrySize = 32
  /// As many bytes of the beginning are read at once, which mostly is enough.
  private static let usualHead = 16 * 1024

  init(_ file: SealedFile) throws {
    self.file = file
    let usual = min(file.count, Self.usualHead)
    let read = try file.withBytes(0..<usual) { try? Self.head($0) }
    let (owners, counts, start) = try read ?? Self.head(file.bytes(0..<file.count))
    (self.owners, self.start) = (owners, start)
    loads = Dictionary(zip(owners, counts)) { $0 + $1 }
    count = (file.count - start) / Self.entrySize
    guard start + count * Self.entrySize == file.count else { throw IndexDamage() }
  }

  private static func head(
    _ bytes: UnsafeRawBufferPointer
  ) throws -> (owners: [String], counts: [Int], end: Int) {
    var reader = ByteReader(bytes)
    var (owners, counts): ([String], [Int]) = ([], [])
    for _ in 0..<(try reader.take(UInt32.self)) {
      counts.append(Int(try reader.take(UInt32.self)))
      owners.append(try reader.takeText())
    }
    return (owners, counts, reader.place)
  }

  func agenda() throws -> Agenda {
    let bytes = try file.bytes(start..<file.count)
    return Agenda(entries: try (0..<count).map { try entry($0, in: bytes) })
  }

  /// As many of the last tickets are read at once: mostly they are those that something happens to.
  private static let usualEnd = 256

  /// Who has those of some tickets that are here and that somebody has. The ids are in order.
  func owners(of ids: [UInt64]) throws -> [String] {
    guard !ids.isEmpty else { return [] }
    let first = max(0, count - Self.usualEnd)
    return try file.withBytes(start + first * Self.entrySize..<file.count) { end in
      try ids.compactMap { id in
        var place = try (first..<count).firstPlace { try entry($0 - first, in: end).id >= id }
        if place == first, first > 0 {
          place = try (0..<first).firstPlace { try entry($0).id >= id }
        }
        guard place < count else { return nil }
        let found = try place < first ? entry(place) : entry(place - first, in: end)
        return found.id == id ? found.owner : nil
      }
    }
  }

  private func entry(_ place: Int) throws -> Agenda.Entry {
    let first = start + place * Self.entrySize
    return try entry(0, in: file.bytes(first..<first + Self.entrySize))
  }

  private func entry(_ place: Int, in bytes: UnsafeRawBufferPointer) throws -> Agenda.Entry {
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: bytes[(place * Self.entrySize)...]))
    var entry = Agenda.Entry(
      id: try reader.take(), looksAt: try reader.take(), dueAt: try reader.take(),
      customer: try reader.take(), hasClocks: false)
    let rest = Int(try reader.take(UInt32.self))
    entry.hasClocks = rest & 1 == 1
    if rest > 1 {
      guard rest >> 1 <= owners.count else { throw IndexDamage() }
      entry.owner = owners[rest >> 1 - 1]
    }
    return entry
  }
}

extension Agenda {
  /// The bytes of an `AgendaFile`.
  var bytes: [UInt8] {
    var counts: [String: Int] = [:]
    for entry in entries { if let owner = entry.owner { counts[owner, default: 0] += 1 } }
    let owners = counts.sorted { $0.key < $1.key }
    var writer = ByteWriter()
    writer.put(UInt32(owners.count))
    for (owner, count) in owners {
      writer.put(UInt32(count))
      writer.put(owner)
    }
    let places = Dictionary(
      uniqueKeysWithValues: owners.enumerated().map { ($1.key, UInt32($0 + 1)) })
    for entry in entries {
      writer.put(entry.id)
      writer.put(entry.looksAt)
      writer.put(entry.dueAt)
      writer.put(entry.customer)
      let place = entry.owner.flatMap { places[$0] } ?? 0
      writer.put(place << 1 | (entry.hasClocks ? 1 : 0))
    }
    return writer.bytes
  }
}
