import SupportModel

/// The tickets of a segment in the order of a time or a text: their numbers, of two bytes each, as they lie
/// in one of its files.
struct TicketOrder {
  private let file: SealedFile
  private let start: Int
  let count: Int

  init(_ file: SealedFile, at start: Int, count: Int) {
    (self.file, self.start, self.count) = (file, start, count)
  }

  /// The number of the ticket at a place.
  func ticket(_ place: Int) throws -> Int {
    let ticket = Int(try file.number(place, at: start, as: UInt16.self))
    guard ticket < count else { throw IndexDamage() }
    return ticket
  }

  /// The numbers of tickets by their keys, those with the same one by their numbers.
  static func numbers<Key: Comparable>(by keys: [Key]) -> [UInt16] {
    (0..<UInt16(keys.count)).sorted { left, right in
      let (one, other) = (keys[Int(left)], keys[Int(right)])
      return one == other ? left < right : one < other
    }
  }
}
