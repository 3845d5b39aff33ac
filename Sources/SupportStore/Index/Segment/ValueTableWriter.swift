import TextSearch

/// Collects the values of one field for a `ValueTable`.
struct ValueTableWriter {
  /// Longer values are not kept: whoever asks reads the documents.
  private static let longest = 200

  /// The values by their numbers, which count from 0 as they come.
  private var texts: [String] = []
  private var numbers: [String: UInt32] = [:]
  /// Which ticket has which value, as they come: a list for each value would take many times as much.
  private var tickets: [UInt16] = []
  private var values: [UInt32] = []
  private var doubtful: [UInt16] = []

  /// Tickets come in rising order.
  mutating func add(_ text: String, _ ticket: UInt16) {
    guard text.utf8.count <= Self.longest else {
      if doubtful.last != ticket { doubtful.append(ticket) }
      return
    }
    let number = numbers[text] ?? UInt32(texts.count)
    if number == texts.count {
      numbers[text] = number
      texts.append(text)
    }
    if !holds(number, ticket) {
      tickets.append(ticket)
      values.append(number)
    }
  }

  /// Whether the ticket that came last has a value already.
  private func holds(_ number: UInt32, _ ticket: UInt16) -> Bool {
    var place = tickets.count - 1
    while place >= 0, tickets[place] == ticket {
      if values[place] == number { return true }
      place -= 1
    }
    return false
  }

  /// The bytes of the table.
  func bytes(capacity: Int) -> [UInt8] {
    let ordered = texts.enumerated().map { (key: $1.lowercased(), text: $1, number: $0) }
      .sorted { left, right in
        left.key == right.key
          ? left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
          : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
      }
    let grouped = ticketsByValue()
    var (keyEnds, keys) = (ByteWriter(), ByteWriter())
    var (otherPlaces, spellings) = (ByteWriter(), ByteWriter())
    var (ticketEnds, tickets) = (ByteWriter(), ByteWriter())
    var others: UInt32 = 0
    for (place, (key, text, number)) in ordered.enumerated() {
      keys.put(bytes: key.utf8)
      keyEnds.put(UInt32(keys.bytes.count))
      if !key.utf8.elementsEqual(text.utf8) {
        spellings.put(bytes: text.utf8)
        otherPlaces.put(UInt32(place))
        otherPlaces.put(UInt32(spellings.bytes.count))
        others += 1
      }
      Self.put(grouped.tickets[grouped.ranges[number]], &tickets, capacity)
      ticketEnds.put(UInt32(tickets.bytes.count))
    }
    let known = UInt32(tickets.bytes.count)
    Self.put(doubtful[...], &tickets, capacity)
    var table = ByteWriter()
    table.put(UInt32(ordered.count))
    table.put(others)
    let slots = ValueTable.slots(of: ordered.map(\.key))
    table.put(UInt32(slots.count))
    table.put(UInt32(keys.bytes.count))
    table.put(UInt32(spellings.bytes.count))
    table.put(known)
    for part in [keyEnds, ticketEnds, otherPlaces] { table.put(bytes: part.bytes) }
    table.put(slots)
    for part in [keys, spellings, tickets] { table.put(bytes: part.bytes) }
    return table.bytes
  }

  /// The tickets of one value after those of the other, and where those of each are.
  private func ticketsByValue() -> (tickets: [UInt16], ranges: [Range<Int>]) {
    var ends = Array(repeating: 0, count: texts.count)
    for value in values { ends[Int(value)] += 1 }
    var ranges: [Range<Int>] = []
    var start = 0
    for (number, count) in ends.enumerated() {
      ranges.append(start..<start + count)
      ends[number] = start
      start += count
    }
    var grouped = Array(repeating: UInt16(0), count: tickets.count)
    for (ticket, value) in zip(tickets, values) {
      grouped[ends[Int(value)]] = ticket
      ends[Int(value)] += 1
    }
    return (grouped, ranges)
  }

  private static func put(
    _ tickets: ArraySlice<UInt16>, _ writer: inout ByteWriter, _ capacity: Int
  ) {
    guard tickets.count * 2 >= ValueTable.bitBytes(capacity) else {
      for ticket in tickets { writer.put(ticket) }
      return
    }
    var set = DocumentSet(capacity: capacity)
    for ticket in tickets { set.insert(Int(ticket)) }
    writer.put(set.words)
  }
}
