import SupportModel
import TextSearch

/// The values of one field in a segment, and the tickets that have each.
///
///     u32              the number of values, n
///     u32 x 6n         of each: where its key begins and how long it is, the same of its spelling, where
///                      its tickets begin and how many there are
///     u32, u32         where the tickets begin whose values are not all here, and how many there are
///     ...              the texts and the tickets
///
/// Places are counted in bytes from the beginning of the table. The key is the value in lower case;
/// values stand in the order of the bytes of their keys. Tickets are numbers (u16) in rising order, or a
/// bit for each ticket of the segment (u64 words) where more than one in sixteen has the value.
struct ValueTable {
  private static let entry = 24

  private let file: SealedFile
  private let start: Int
  private let length: Int
  /// The number of tickets in the segment.
  private let capacity: Int
  /// The number of values.
  let count: Int

  init(_ file: SealedFile, _ range: Range<Int>, capacity: Int) throws {
    (self.file, start, length, self.capacity) = (file, range.lowerBound, range.count, capacity)
    count = Int(try file.number(0, at: start, as: UInt32.self))
    guard 4 + count * Self.entry + 8 <= length else { throw IndexDamage() }
  }

  func key(_ place: Int) throws -> UnsafeRawBufferPointer { try text(place, 0) }

  func spelling(_ place: Int) throws -> String {
    String(decoding: try text(place, 2), as: UTF8.self)
  }

  func ticketCount(_ place: Int) throws -> Int { Int(try word(place * 6 + 5)) }

  /// The tickets that have a value.
  func tickets(_ place: Int) throws -> DocumentSet {
    var set = DocumentSet(capacity: capacity)
    try add(place * 6 + 4, to: &set)
    return set
  }

  func addTickets(_ place: Int, to set: inout DocumentSet) throws {
    try add(place * 6 + 4, to: &set)
  }

  /// The tickets of which this table does not tell everything.
  func doubtful() throws -> DocumentSet {
    var set = DocumentSet(capacity: capacity)
    try add(count * 6, to: &set)
    return set
  }

  /// The places of the values with a key.
  func places(of key: String) throws -> Range<Int> {
    let key = Array(key.utf8)
    return try key.withUnsafeBytes { key in
      let first = try place(from: 0) { try !Self.precedes(self.key($0), key) }
      let end = try place(from: first) { try Self.precedes(key, self.key($0)) }
      return first..<end
    }
  }

  /// The first place, from one on, of which something holds that holds of all that follow.
  private func place(from first: Int, where holds: (Int) throws -> Bool) rethrows -> Int {
    var (low, high) = (first, count)
    while low < high {
      let middle = (low + high) / 2
      if try holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  static func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    left.lexicographicallyPrecedes(right)
  }

  private func word(_ number: Int) throws -> UInt32 {
    try file.number(number, at: start + 4, as: UInt32.self)
  }

  private func text(_ place: Int, _ part: Int) throws -> UnsafeRawBufferPointer {
    let offset = Int(try word(place * 6 + part))
    return try bytes(offset, Int(try word(place * 6 + part + 1)))
  }

  private func bytes(_ offset: Int, _ count: Int) throws -> UnsafeRawBufferPointer {
    guard offset + count <= length else { throw IndexDamage() }
    return try file.bytes(start + offset..<start + offset + count)
  }

  /// How many of some tickets have a value.
  func count(_ place: Int, among tickets: DocumentSet) throws -> Int {
    guard !Self.isBits(try ticketCount(place), of: capacity) else {
      var found = try self.tickets(place)
      found.formIntersection(tickets)
      return found.count
    }
    var count = 0
    try visit(place * 6 + 4) { if tickets.contains($0) { count += 1 } }
    return count
  }

  /// Adds the tickets of a list whose place and length are the words from a number on.
  private func add(_ number: Int, to set: inout DocumentSet) throws {
    let (offset, count) = (Int(try word(number)), Int(try word(number + 1)))
    guard Self.isBits(count, of: capacity) else {
      return try visit(number) { set.insert($0) }
    }
    let words = (capacity + 63) / 64
    let bytes = try bytes(offset, words * 8)
    set.formUnion(
      DocumentSet(
        capacity: capacity,
        words: (0..<words).map {
          UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
        }))
  }

  private func visit(_ number: Int, _ body: (Int) -> Void) throws {
    let (offset, count) = (Int(try word(number)), Int(try word(number + 1)))
    let bytes = try bytes(offset, count * 2)
    for place in 0..<count {
      let ticket = Int(
        UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place * 2, as: UInt16.self)))
      guard ticket < capacity else { throw IndexDamage() }
      body(ticket)
    }
  }

  /// Whether so many tickets are kept as bits.
  static func isBits(_ count: Int, of capacity: Int) -> Bool { count > capacity / 16 }
}

/// Collects the values of one field.
struct ValueTableWriter {
  /// Longer values are not kept: whoever asks reads the documents.
  private static let longest = 200

  private var places: [String: Int] = [:]
  private var values: [(text: String, tickets: [UInt16])] = []
  private var doubtful: [UInt16] = []

  /// Tickets come in rising order.
  mutating func add(_ text: String, _ ticket: UInt16) {
    guard text.utf8.count <= Self.longest else {
      if doubtful.last != ticket { doubtful.append(ticket) }
      return
    }
    if let place = places[text] {
      if values[place].tickets.last != ticket { values[place].tickets.append(ticket) }
    } else {
      places[text] = values.count
      values.append((text, [ticket]))
    }
  }

  /// The table, and the place in it of each value.
  func table(capacity: Int) -> (bytes: [UInt8], places: [String: Int]) {
    let ordered = values.map { (key: $0.text.lowercased(), value: $0) }.sorted { left, right in
      left.key == right.key
        ? left.value.text.utf8.lexicographicallyPrecedes(right.value.text.utf8)
        : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    var head = ByteWriter()
    var rest = ByteWriter()
    let start = 4 + ordered.count * 24 + 8
    func put(_ text: String) {
      head.put(UInt32(start + rest.bytes.count))
      head.put(UInt32(text.utf8.count))
      rest.put(bytes: text.utf8)
    }
    func put(_ tickets: [UInt16]) {
      head.put(UInt32(start + rest.bytes.count))
      head.put(UInt32(tickets.count))
      if ValueTable.isBits(tickets.count, of: capacity) {
        var set = DocumentSet(capacity: capacity)
        for ticket in tickets { set.insert(Int(ticket)) }
        for word in set.words { rest.put(word) }
      } else {
        for ticket in tickets { rest.put(ticket) }
      }
    }
    head.put(UInt32(ordered.count))
    var places: [String: Int] = [:]
    for (place, (key, value)) in ordered.enumerated() {
      put(key)
      if key.utf8.elementsEqual(value.text.utf8) {
        // Spelled like its key.
        head.put(UInt32(start + rest.bytes.count - key.utf8.count))
        head.put(UInt32(key.utf8.count))
      } else {
        put(value.text)
      }
      put(value.tickets)
      places[value.text] = place
    }
    put(doubtful)
    return (head.bytes + rest.bytes, places)
  }
}
