import SupportModel

/// The tickets of a segment in some order. Of a time or a text, their numbers lie in one of its files, of
/// two bytes each.
struct TicketOrder {
  private let column: (file: SealedFile, start: Int)?
  let count: Int

  init(_ file: SealedFile, at start: Int, count: Int) {
    (column, self.count) = ((file, start), count)
  }

  /// That of their ids, by which they are numbered.
  init(byID count: Int) { (column, self.count) = (nil, count) }

  /// The number of the ticket at a place.
  func ticket(_ place: Int) throws -> Int { try tickets(place..<place + 1)[0] }

  /// Those at several places.
  func tickets(_ places: Range<Int>) throws -> [Int] {
    guard let (file, start) = column else { return Array(places) }
    let bytes = try file.bytes(start + 2 * places.lowerBound..<start + 2 * places.upperBound)
    var reader = ByteReader(bytes)
    return try places.map { _ in
      let ticket = Int(try reader.take(UInt16.self))
      guard ticket < count else { throw IndexDamage() }
      return ticket
    }
  }

  /// The numbers of tickets by their keys, those with the same one by their numbers.
  static func numbers<Key: Comparable>(by keys: [Key]) -> [UInt16] {
    (0..<UInt16(keys.count)).sorted { left, right in
      let (one, other) = (keys[Int(left)], keys[Int(right)])
      return one == other ? left < right : one < other
    }
  }
}
