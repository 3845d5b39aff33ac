/// Writes the places of a word in a document as bits; read only for phrases and for words that are
/// wanted in one field.
///
/// ```
/// field | position | 0                               the only one
/// field | position | 1 0 | difference | 0            another in the same field
/// field | position | 1 1 | field | position | 0      another in a later field
/// ```
///
/// Fields have as many bits as the largest needs. Positions and differences are Exp-Golomb codes of
/// order 5: the number and 32 more, with a zero before it for each of its bits past the sixth.
struct OccurrenceCode {
  private let fieldBits: Int
  private static let order = 5

  init(fields: Int) {
    fieldBits = Int.bitWidth - (fields - 1).leadingZeroBitCount
  }

  /// The number of bits for the occurrences in one document.
  func width(_ occurrences: some Sequence<Occurrence>) -> Int {
    var width = 0
    var last: Occurrence?
    for place in occurrences {
      if let last, last.field == place.field {
        width += 2 + Self.width(place.bits - last.bits)
      } else {
        width += (last == nil ? 0 : 2) + fieldBits + Self.width(UInt32(place.position))
      }
      last = place
    }
    return width + 1
  }

  @inline(__always)
  private static func width(_ number: UInt32) -> Int {
    let bits = 32 - (number + 1 << order).leadingZeroBitCount
    return 2 * bits - order - 1
  }

  /// Writes occurrences in rising order.
  func write(_ occurrences: some Sequence<Occurrence>, to writer: inout BitWriter) {
    var last: Occurrence?
    for place in occurrences {
      if let last, last.field == place.field {
        writer.write(0b10, width: 2)
        Self.write(place.bits - last.bits, to: &writer)
      } else {
        if last != nil { writer.write(0b11, width: 2) }
        writer.write(UInt32(place.field), width: fieldBits)
        Self.write(UInt32(place.position), to: &writer)
      }
      last = place
    }
    writer.write(0, width: 1)
  }

  @inline(__always)
  private static func write(_ number: UInt32, to writer: inout BitWriter) {
    let shifted = number + 1 << order
    let bits = 32 - shifted.leadingZeroBitCount
    writer.write(0, width: bits - order - 1)
    writer.write(shifted, width: bits)
  }

  /// Calls `body` with the occurrences in the next document.
  @inline(__always)
  func read(
    _ reader: inout BitReader, _ body: (Occurrence) -> Void
  ) throws(TextDamage) {
    var field = try reader.read(width: fieldBits)
    var position = try Self.read(&reader)
    while true {
      body(Occurrence(field: Int(field & 63), position: Int(position)))
      if try reader.read(width: 1) == 0 { return }
      if try reader.read(width: 1) == 0 {
        position &+= try Self.read(&reader)
      } else {
        field = try reader.read(width: fieldBits)
        position = try Self.read(&reader)
      }
    }
  }

  @inline(__always)
  private static func read(_ reader: inout BitReader) throws(TextDamage) -> UInt32 {
    let bits = try reader.zeros() + order + 1
    guard bits <= 32 else { throw TextDamage() }
    return try reader.read(width: bits) &- 1 << order
  }
}
