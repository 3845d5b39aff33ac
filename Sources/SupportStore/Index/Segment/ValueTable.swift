import SupportModel
import TextSearch

/// The values of one field in a segment, and the tickets that have each.
///
///     u32              the number of values, n
///     u32              the number of values that are not spelled like their keys, m
///     u32 x n          where each key ends, counted from the beginning of the keys
///     u32 x (n + 1)    where the tickets of each value end, and then those of which not all values are
///                      here, counted in bytes from the beginning of the tickets
///     u32 x 2m         of each value that is spelled otherwise: its place, and where its spelling ends
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
  private let keys: Int
  private let spellings: Int
  private let tickets: Int

  init(_ file: SealedFile, _ range: Range<Int>, capacity: Int) throws {
    (self.file, start, end, self.capacity) = (file, range.lowerBound, range.upperBound, capacity)
    count = Int(try file.number(0, at: start, as: UInt32.self))
    otherSpellings = Int(try file.number(1, at: start, as: UInt32.self))
    keys = start + 8 + 4 * (2 * count + 1 + 2 * otherSpellings)
    guard keys <= end else { throw IndexDamage() }
    let head = start + 8
    spellings =
      keys + (count == 0 ? 0 : Int(try file.number(count - 1, at: head, as: UInt32.self)))
    let last = 2 * count + 1 + 2 * otherSpellings - 1
    tickets =
      spellings + (otherSpellings == 0 ? 0 : Int(try file.number(last, at: head, as: UInt32.self)))
    guard tickets <= end else { throw IndexDamage() }
  }

  private func word(_ number: Int) throws -> Int {
    Int(try file.number(number, at: start + 8, as: UInt32.self))
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
    let from = place == 0 ? 0 : try word(place - 1)
    return try bytes(range(from: from, to: word(place), at: keys))
  }

  func spelling(_ place: Int) throws -> String {
    String(decoding: try otherSpelling(place) ?? key(place), as: UTF8.self)
  }

  private func otherSpelling(_ place: Int) throws -> UnsafeRawBufferPointer? {
    let first = 2 * count + 1
    let number = try Self.place(in: 0..<otherSpellings) { try word(first + 2 * $0) >= place }
    guard number < otherSpellings, try word(first + 2 * number) == place else { return nil }
    let from = number == 0 ? 0 : try word(first + 2 * number - 1)
    return try bytes(range(from: from, to: word(first + 2 * number + 1), at: spellings))
  }

  /// The places of the values with a key.
  func places(of key: String) throws -> Range<Int> {
    let key = Array(key.utf8)
    return try key.withUnsafeBytes { key in
      let first = try Self.place(in: 0..<count) { try !Self.precedes(self.key($0), key) }
      let end = try Self.place(in: first..<count) { try Self.precedes(key, self.key($0)) }
      return first..<end
    }
  }

  /// The first place of which something holds that holds of all that follow.
  private static func place(
    in range: Range<Int>, where holds: (Int) throws -> Bool
  ) rethrows -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if try holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func precedes(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Bool {
    left.lexicographicallyPrecedes(right)
  }

  // MARK: Tickets

  /// The tickets that have a value.
  func tickets(_ place: Int) throws -> DocumentSet {
    var set = DocumentSet(capacity: capacity)
    try addTickets(place, to: &set)
    return set
  }

  func addTickets(_ place: Int, to set: inout DocumentSet) throws {
    let list = try list(place)
    if list.count == Self.bitBytes(capacity) {
      set.formUnion(bits(list))
    } else {
      try visit(list) { set.insert($0) }
    }
  }

  /// How many of some tickets have a value.
  func count(_ place: Int, among tickets: DocumentSet) throws -> Int {
    let list = try list(place)
    if list.count == Self.bitBytes(capacity) {
      var found = bits(list)
      found.formIntersection(tickets)
      return found.count
    }
    var count = 0
    try visit(list) { if tickets.contains($0) { count += 1 } }
    return count
  }

  /// The tickets of which this table does not tell everything.
  func doubtful() throws -> DocumentSet { try tickets(count) }

  private func list(_ place: Int) throws -> UnsafeRawBufferPointer {
    let from = place == 0 ? 0 : try word(count + place - 1)
    return try bytes(range(from: from, to: word(count + place), at: tickets))
  }

  private func bits(_ list: UnsafeRawBufferPointer) -> DocumentSet {
    let words = stride(from: 0, to: list.count, by: 8).map {
      UInt64(littleEndian: list.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
    }
    return DocumentSet(capacity: capacity, words: words)
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
