import TextSearch

/// Collects the values of one field for a `ValueTable`.
struct ValueTableWriter {
  /// Longer values are not kept: whoever asks reads the documents.
  private static let longest = 200

  private struct Value {
    let text: String
    var tickets: [UInt16]
  }

  private var places: [String: Int] = [:]
  private var values: [Value] = []
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
      values.append(Value(text: text, tickets: [ticket]))
    }
  }

  /// The table, and the place in it of each value.
  func table(capacity: Int) -> (bytes: [UInt8], places: [String: Int]) {
    let ordered = values.map { (key: $0.text.lowercased(), value: $0) }.sorted { left, right in
      left.key == right.key
        ? left.value.text.utf8.lexicographicallyPrecedes(right.value.text.utf8)
        : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    var (keyEnds, keys) = (ByteWriter(), ByteWriter())
    var (otherPlaces, spellings) = (ByteWriter(), ByteWriter())
    var (ticketEnds, tickets) = (ByteWriter(), ByteWriter())
    var places: [String: Int] = [:]
    var others: UInt32 = 0
    for (place, (key, value)) in ordered.enumerated() {
      keys.put(bytes: key.utf8)
      keyEnds.put(UInt32(keys.bytes.count))
      if !key.utf8.elementsEqual(value.text.utf8) {
        spellings.put(bytes: value.text.utf8)
        otherPlaces.put(UInt32(place))
        otherPlaces.put(UInt32(spellings.bytes.count))
        others += 1
      }
      Self.put(value.tickets, &tickets, capacity)
      ticketEnds.put(UInt32(tickets.bytes.count))
      places[value.text] = place
    }
    Self.put(doubtful, &tickets, capacity)
    ticketEnds.put(UInt32(tickets.bytes.count))
    var table = ByteWriter()
    table.put(UInt32(ordered.count))
    table.put(others)
    let slots = ValueTable.slots(of: ordered.map(\.key))
    table.put(UInt32(slots.count))
    table.put(UInt32(keys.bytes.count))
    table.put(UInt32(spellings.bytes.count))
    for part in [keyEnds, ticketEnds, otherPlaces] { table.put(bytes: part.bytes) }
    table.put(slots)
    for part in [keys, spellings, tickets] { table.put(bytes: part.bytes) }
    return (table.bytes, places)
  }

  private static func put(_ tickets: [UInt16], _ writer: inout ByteWriter, _ capacity: Int) {
    guard tickets.count * 2 >= ValueTable.bitBytes(capacity) else { return writer.put(tickets) }
    var set = DocumentSet(capacity: capacity)
    for ticket in tickets { set.insert(Int(ticket)) }
    writer.put(set.words)
  }
}
