/// Writes the places of a word in a document as bits; read only for phrases and for words that are
/// wanted in one field.
///
/// ```
/// place | 0                                  the only one
/// place | 1 | difference | 0                 another in the same field
/// place | 1 | 0 | 1 | place | 0              another in a later field
/// place | 1 | 0 | 0 | 0                      another at the same position
///
/// place  = position + 1 in the field with the most words
///        | 0 | field | position
/// ```
///
/// Fields have as many bits as the largest needs. Positions and differences are Exp-Golomb codes,
/// of an order that fits the field's mean length; the 0 instead of a position is one of the field
/// with the most words.
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
        width += self.width(place)
      }
      last = place
    }
    return width
  }

  private func width(_ place: Occurrence) -> Int {
    let position = UInt32(place.position)
    let order = orders[place.field]
    if place.field == mainField { return ExpGolomb.width(position + 1, order: order) }
    return ExpGolomb.width(0, order: orders[mainField]) + fieldBits
      + ExpGolomb.width(position, order: order)
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
      writer.write(UInt32(place.position) + 1, order: orders[mainField])
    } else {
      writer.write(0, order: orders[mainField])
      writer.write(UInt32(place.field), width: fieldBits)
      writer.write(UInt32(place.position), order: orders[place.field])
    }
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
    let position = try reader.read(order: orders[mainField])
    if position != 0 { return (mainField, position - 1) }
    let field = try readField(&reader)
    return (field, try reader.read(order: orders[field]))
  }

  private func readField(_ reader: inout BitReader) throws(TextDamage) -> Int {
    let field = fieldBits == 0 ? 0 : Int(try reader.read(width: fieldBits))
    guard field < orders.count else { throw TextDamage() }
    return field
  }
}
