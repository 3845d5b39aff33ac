/// Writes the places of a word in a document as bits; read only for phrases and for words that are
/// wanted in one field.
///
/// ```
/// place | 0                                  the only one
/// place | 1 | difference | 0                 another in the same field
/// place | 1 | 0 | 1 | place | 0              another in a later field
/// place | 1 | 0 | 0 | 0                      another at the same position
///
/// place  = 1 | position, or 0 | field | position
/// ```
///
/// The 1 stands for the field with the most words. Fields have as many bits as the largest needs.
/// Positions and differences are Exp-Golomb codes, of an order that fits the field's mean length.
struct OccurrenceCode {
  private let fieldBits: Int
  private let mainField: Int
  private let orders: [Int]

  /// The code for documents that have so many words in each field, all together.
  init(lengths: [Int], documents: Int) {
    fieldBits = Int.bitWidth - (lengths.count - 1).leadingZeroBitCount
    mainField = lengths.indices.max { lengths[$0] < lengths[$1] } ?? 0
    orders = lengths.map { length in
      let mean = length / max(documents, 1)
      return min(max(Int.bitWidth - mean.leadingZeroBitCount - 3, 0), ExpGolomb.largestOrder)
    }
  }

  /// The number of bits for the occurrences in one document, which are in rising order.
  func width(_ occurrences: [Occurrence]) -> Int {
    var width = occurrences.count
    var last: Occurrence?
    for place in occurrences {
      if let last, last.field == place.field {
        let difference = place.bits - last.bits
        width += ExpGolomb.width(difference, order: orders[place.field])
        if difference == 0 { width += 1 }
      } else {
        if let last { width += ExpGolomb.width(0, order: orders[last.field]) + 1 }
        width += 1 + (place.field == mainField ? 0 : fieldBits)
        width += ExpGolomb.width(UInt32(place.position), order: orders[place.field])
      }
      last = place
    }
    return width
  }

  /// Writes occurrences in rising order.
  func write(_ occurrences: [Occurrence], to writer: inout BitWriter) {
    var last: Occurrence?
    for place in occurrences {
      if let last {
        writer.write(1, width: 1)
        if last.field == place.field {
          writer.write(place.bits - last.bits, order: orders[place.field])
          if place == last { writer.write(0, width: 1) }
        } else {
          writer.write(0, order: orders[last.field])
          writer.write(1, width: 1)
        }
      }
      if last?.field != place.field { write(place, to: &writer) }
      last = place
    }
    writer.write(0, width: 1)
  }

  private func write(_ place: Occurrence, to writer: inout BitWriter) {
    if place.field == mainField {
      writer.write(1, width: 1)
    } else {
      writer.write(UInt32(place.field), width: 1 + fieldBits)
    }
    writer.write(UInt32(place.position), order: orders[place.field])
  }

  /// Calls `body` with the occurrences in the next document.
  @inline(__always)
  func read(
    _ reader: inout BitReader, _ body: (Occurrence) -> Void
  ) throws(TextDamage) {
    var (field, position) = try readPlace(&reader)
    body(Occurrence(field: field, position: Int(position)))
    while let difference = try reader.readNext(order: orders[field]) {
      if difference != 0 {
        position &+= difference
      } else if try reader.read(width: 1) != 0 {
        (field, position) = try readPlace(&reader)
      }
      body(Occurrence(field: field, position: Int(position)))
    }
  }

  @inline(__always)
  private func readPlace(
    _ reader: inout BitReader
  ) throws(TextDamage) -> (field: Int, position: UInt32) {
    var field = mainField
    if try reader.read(width: 1) == 0 { field = try readField(&reader) }
    return (field, try reader.read(order: orders[field]))
  }

  private func readField(_ reader: inout BitReader) throws(TextDamage) -> Int {
    let field = fieldBits == 0 ? 0 : Int(try reader.read(width: fieldBits))
    guard field < orders.count else { throw TextDamage() }
    return field
  }
}
