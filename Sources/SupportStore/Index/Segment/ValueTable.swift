import SupportModel
import TextSearch

/// The values of one field in a segment, and the tickets that have each.
///
///     u32              the number of values, n
///     u32              the number of values that are not spelled like their keys, m
///     u32              the number of slots, s: a power of two, or 0 where there are few values or too many
///     u32, u32         the bytes of all keys, and of all spellings
///     u32              the bytes of the tickets of all values; those of which not all values are here follow
///     u32 x n          where each key ends, counted from the beginning of the keys
///     u32 x n          where the tickets of each value end, counted in bytes from the beginning of the tickets
///     u32 x 2m         of each value that is spelled otherwise: its place, and where its spelling ends
///     u32 x s          a hash table of the keys: the place of a value, counted from 1, and above it 16 bits
///                      of the key's hash; 0 for none. Who finds no room takes the next slot.
///     ...              the keys, the spellings, the tickets
///
/// The key is the value in lower case; values stand in the order of the bytes of their keys. Tickets are
/// numbers (u16) in rising order, or a bit for each ticket of the segment (u64 words) where that is
/// shorter.
struct ValueTable {
  private let file: SealedFile
  private let start: Int
  private let end: Int
  /// The number of tickets in the segment.
  private let capacity: Int
  /// The number of values.
  let count: Int
  private let otherSpellings: Int
  private let slots: Int
  private let keys: Int
  private let spellings: Int
  private let tickets: Int
  /// Where those begin of which not all values are here.
  private let others: Int

  init(_ file: SealedFile, _ range: Range<Int>, capacity: Int) throws {
    (self.file, start, end, self.capacity) = (file, range.lowerBound, range.upperBound, capacity)
    var reader = ByteReader(try file.bytes(start..<start + Self.head))
    count = Int(try reader.take(UInt32.self))
    otherSpellings = Int(try reader.take(UInt32.self))
    slots = Int(try reader.take(UInt32.self))
    keys = start + Self.head + 4 * (2 * count + 2 * otherSpellings + slots)
    spellings = keys + Int(try reader.take(UInt32.self))
    tickets = spellings + Int(try reader.take(UInt32.self))
    others = tickets + Int(try reader.take(UInt32.self))
    guard others <= end, slots & (slots &- 1) == 0 else { throw IndexDamage() }
  }

  private static let head = 24

  private func word(_ number: Int) throws -> Int {
    Int(try file.number(number, at: start + Self.head, as: UInt32.self))
  }

  /// Where something ends, and before it what comes before, of words that begin after so many.
  private func ends(_ place: Int, after words: Int = 0) throws -> (before: Int, own: Int) {
    guard place > 0 else { return (0, try word(words)) }
    let first = start + Self.head + 4 * (words + place - 1)
    var reader = ByteReader(try file.bytes(first..<first + 8))
    return (Int(try reader.take(UInt32.self)), Int(try reader.take(UInt32.self)))
  }

  private func bytes(_ range: Range<Int>) throws -> UnsafeRawBufferPointer {
    guard range.upperBound <= end else { throw IndexDamage() }
    return try file.bytes(range)
  }

  private func range(from: Int, to: Int, at start: Int) throws -> Range<Int> {
    guard from <= to else { throw IndexDamage() }
    return start + from..<start + to
  }

  // MARK: Values

  func key(_ place: Int) throws -> UnsafeRawBufferPointer {
    let (from, to) = try ends(place)
    return try bytes(range(from: from, to: to, at: keys))
  }

  func spelling(_ place: Int) throws -> String {
    String(decoding: try otherSpelling(place) ?? key(place), as: UTF8.self)
  }

  private func otherSpelling(_ place: Int) throws -> UnsafeRawBufferPointer? {
    let first = 2 * count
    let number = try (0..<otherSpellings).firstPlace { try word(first + 2 * $0) >= place }
    guard number < otherSpellings, try word(first + 2 * number) == place else { return nil }
    let from = number == 0 ? 0 : try word(first + 2 * number - 1)
    return try bytes(range(from: from, to: word(first + 2 * number + 1), at: spellings))
  }

  /// The places of the values with a key.
  func places(of key: String) throws -> Range<Int> {
    let key = Array(key.utf8)
    return try key.withUnsafeBytes { key in
      guard let first = try slots > 0 ? slot(of: key) : lowerPlace(of: key) else { return 0..<0 }
      // A slot has been compared; and of values with the same key one at least is spelled otherwise.
      var end = slots > 0 ? first + 1 : first
      if slots > 0, otherSpellings == 0 { return first..<end }
      while end < count, try self.key(end).elementsEqual(key) { end += 1 }
      return first..<end
    }
  }

  /// The first place that is not before a key.
  private func lowerPlace(of key: UnsafeRawBufferPointer) throws -> Int? {
    try (0..<count).firstPlace { try !self.key($0).lexicographicallyPrecedes(key) }
  }

  /// The first place of a key; nil where no value has it.
  private func slot(of key: UnsafeRawBufferPointer) throws -> Int? {
    let hash = BlockCheck.checksum(key)
    let first = 2 * count + 2 * otherSpellings
    for step in 0..<slots {
      let entry = try word(first + (Int(truncatingIfNeeded: hash) &+ step) & (slots - 1))
      guard entry > 0 else { return nil }
      let place = entry & 0xFFFF - 1
      guard entry >> 16 == Int(hash >> 48), place >= 0, place < count,
        try self.key(place).elementsEqual(key)
      else { continue }
      return place
    }
    return nil
  }

  /// Tables of fewer values have no slots, nor have those with more places than a slot can name: a segment
  /// may have more tags than tickets.
  private static let slotted = 64...0xFFFF

  /// The slots for keys in their order, of which equal ones follow each other.
  static func slots(of keys: [String]) -> [UInt32] {
    guard slotted.contains(keys.count) else { return [] }
    var count = 128
    while count < keys.count * 3 / 2 { count *= 2 }
    var slots = [UInt32](repeating: 0, count: count)
    for (place, key) in keys.enumerated()
    where place == 0 || !keys[place - 1].utf8.elementsEqual(key.utf8) {
      let hash = Array(key.utf8).withUnsafeBytes { BlockCheck.checksum($0) }
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt32(hash >> 48) << 16 | UInt32(place + 1)
    }
    return slots
  }

  // MARK: Tickets

  /// The tickets that have a value.
  func tickets(_ place: Int) throws -> DocumentSet {
    var set = DocumentSet(capacity: capacity)
    try addTickets(place, to: &set)
    return set
  }

  func addTickets(_ place: Int, to set: inout DocumentSet) throws {
    try addTickets(in: list(place), to: &set)
  }

  private func addTickets(in list: Range<Int>, to set: inout DocumentSet) throws {
    try file.withBytes(list) { list in
      if isBits(list) {
        set.formUnion(StoredDocumentSet(list))
      } else {
        try visit(list) { set.insert($0) }
      }
    }
  }

  /// How many of some tickets have each value, for those values that any has, and the tickets that have
  /// none.
  func counts(
    among tickets: DocumentSet
  ) throws -> (values: [(place: Int, count: Int)], rest: DocumentSet) {
    var (values, rest): ([(place: Int, count: Int)], _) = ([], tickets)
    try visitLists { place, list in
      let count = try count(list, among: tickets, takenFrom: &rest)
      if count > 0 { values.append((place, count)) }
    }
    return (values, rest)
  }

  private func count(
    _ list: UnsafeRawBufferPointer, among tickets: DocumentSet, takenFrom rest: inout DocumentSet
  ) throws -> Int {
    if isBits(list) { return tickets.count(in: StoredDocumentSet(list), takenFrom: &rest) }
    var count = 0
    try visit(list) { ticket in
      guard tickets.contains(ticket) else { return }
      rest.remove(ticket)
      count += 1
    }
    return count
  }

  /// The tickets of which this table does not tell everything; nil where there is none.
  func doubtful() throws -> DocumentSet? {
    if others == end { return nil }
    var set = DocumentSet(capacity: capacity)
    try addTickets(in: others..<end, to: &set)
    return set
  }

  private func list(_ place: Int) throws -> Range<Int> {
    let (from, to) = try ends(place, after: count)
    let range = try range(from: from, to: to, at: tickets)
    guard range.upperBound <= others else { throw IndexDamage() }
    return range
  }

  /// Goes through the tickets of each value, of which many are read at once.
  private func visitLists(_ body: (Int, UnsafeRawBufferPointer) throws -> Void) throws {
    var lists: [Range<Int>] = []
    for place in 0..<count {
      let list = try list(place)
      if let first = lists.first, list.upperBound - first.lowerBound > Self.readAtOnce {
        try visit(lists, before: place, body)
        lists.removeAll(keepingCapacity: true)
      }
      lists.append(list)
    }
    try visit(lists, before: count, body)
  }

  /// In bytes.
  private static let readAtOnce = 64 * 1024

  /// Goes through lists of values that follow each other.
  private func visit(
    _ lists: [Range<Int>], before end: Int, _ body: (Int, UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard let start = lists.first?.lowerBound, let last = lists.last else { return }
    try file.withBytes(start..<last.upperBound) { bytes in
      for (number, list) in lists.enumerated() {
        let part = bytes[list.lowerBound - start..<list.upperBound - start]
        try body(end - lists.count + number, UnsafeRawBufferPointer(rebasing: part))
      }
    }
  }

  private func isBits(_ list: UnsafeRawBufferPointer) -> Bool {
    list.count == Self.bitBytes(capacity)
  }

  private func visit(_ list: UnsafeRawBufferPointer, _ body: (Int) -> Void) throws {
    for offset in stride(from: 0, to: list.count - 1, by: 2) {
      let number = list.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
      let ticket = Int(UInt16(littleEndian: number))
      guard ticket < capacity else { throw IndexDamage() }
      body(ticket)
    }
  }

  /// The bytes of a bit for each ticket; a list of numbers is always shorter.
  static func bitBytes(_ capacity: Int) -> Int { (capacity + 63) / 64 * 8 }
}
