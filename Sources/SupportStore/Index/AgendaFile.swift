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
  /// How many tickets each of them has.
  private let counts: [Int]
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
    (self.owners, self.counts, self.start) = (owners, counts, start)
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

  /// How many tickets each has who has any, and perhaps some who have none.
  var loads: [String: Int] { Dictionary(zip(owners, counts)) { $0 + $1 } }

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

  /// The bytes of a file without some tickets, in order, and with others. What stands between them is
  /// copied as it is: there are tens of thousands.
  func replacing(_ gone: [UInt64], with added: [Agenda.Entry]) throws -> [UInt8] {
    let old = try file.bytes(start..<file.count)
    var writer = AgendaWriter(owners, counts, room: old.count + added.count * Self.entrySize)
    var rest = added.sorted { $0.id < $1.id }[...]
    var ids = gone
    ids.merge(rest.map(\.id))
    var place = 0
    func copy(to end: Int) {
      writer.copy(old[place * Self.entrySize..<end * Self.entrySize])
      place = end
    }
    for id in ids {
      copy(to: try (place..<count).firstPlace { try entry($0, in: old).id >= id })
      if place < count {
        let present = try entry(place, in: old)
        if present.id == id {
          try writer.forget(present)
          place += 1
        }
      }
      if let entry = rest.first, entry.id == id {
        writer.add(entry)
        rest.removeFirst()
      }
    }
    copy(to: count)
    return writer.bytes
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
    var writer = AgendaWriter()
    for entry in entries { writer.add(entry) }
    return writer.bytes
  }
}

/// Puts an `AgendaFile` together.
private struct AgendaWriter {
  private var owners: [String]
  private var counts: [Int]
  private var places: [String: Int] = [:]
  private var entries = ByteWriter()

  /// Begins with the owners of an older file, who keep their places, and room for so many bytes.
  init(_ owners: [String] = [], _ counts: [Int] = [], room: Int = 0) {
    (self.owners, self.counts) = (owners, counts)
    for (place, owner) in owners.enumerated() { places[owner] = place }
    entries.reserve(room)
  }

  /// Puts entries of the older file in, whose owners are counted already.
  mutating func copy(_ bytes: Slice<UnsafeRawBufferPointer>) {
    entries.put(bytes: UnsafeRawBufferPointer(rebasing: bytes))
  }

  /// Takes note of an entry of the older file that is left out.
  mutating func forget(_ entry: Agenda.Entry) throws(IndexDamage) {
    guard let owner = entry.owner else { return }
    let place = place(of: owner)
    guard counts[place] > 0 else { throw IndexDamage() }
    counts[place] -= 1
  }

  mutating func add(_ entry: Agenda.Entry) {
    var owner: UInt32 = 0
    if let name = entry.owner {
      let place = place(of: name)
      counts[place] += 1
      owner = UInt32(place + 1)
    }
    entries.put(entry.id)
    entries.put(entry.looksAt)
    entries.put(entry.dueAt)
    entries.put(entry.customer)
    entries.put(owner << 1 | (entry.hasClocks ? 1 : 0))
  }

  private mutating func place(of owner: String) -> Int {
    if let place = places[owner] { return place }
    places[owner] = owners.count
    owners.append(owner)
    counts.append(0)
    return owners.count - 1
  }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.reserve(entries.bytes.count + owners.count * 32)
    writer.put(UInt32(owners.count))
    for (owner, count) in zip(owners, counts) {
      writer.put(UInt32(count))
      writer.put(owner)
    }
    writer.put(bytes: entries.bytes)
    return writer.bytes
  }
}
