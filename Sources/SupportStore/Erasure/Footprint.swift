import SupportModel

/// What the log holds of a person, by their address.
package struct Footprint: Sendable {
  /// Tickets that name them as their customer.
  package private(set) var tickets: Set<TicketID> = []
  /// What they did, and what was done about their own record, in the order of the log's files.
  package private(set) var events: [Event] = []
  private let address: String

  fileprivate init(of address: String) { self.address = address }

  fileprivate mutating func add(_ event: Event) {
    if let id = event.subject.ticketID,
      event.patch.set["customer"]?.string?.lowercased() == address
    {
      tickets.insert(id)
    }
    if event.by == .customer(address) || event.subject == RecordKey(.customer, address) {
      events.append(event)
    }
  }
}

extension EventLog {
  /// What the log holds of whoever has an address, as it is logged.
  package func footprint(of address: EmailAddress) throws -> Footprint {
    var footprint = Footprint(of: address.text)
    let wanted = Array(address.text.utf8)
    try visit { line in
      if line.mentions(wanted), let event = try? line.event() { footprint.add(event) }
    }
    return footprint
  }

  /// The id of the oldest event there is. No file holds an event that is older than its own day.
  package func oldest() throws -> EventID? {
    guard let first = try files().min() else { return nil }
    return try files().filter { $0.date == first.date }.flatMap { file in
      try lines(of: file).lines.compactMap { try? $0.event().id }
    }.min()
  }
}

extension LogLine {
  /// Whether an address stands in the line, whatever the case of its ASCII letters.
  fileprivate func mentions(_ address: [UInt8]) -> Bool {
    let at = UInt8(ascii: "@")
    guard let before = address.firstIndex(of: at) else { return false }
    return bytes.indices.contains { place in
      guard bytes[place] == at, place - before >= bytes.startIndex,
        place - before + address.count <= bytes.endIndex
      else { return false }
      let found = bytes[(place - before)..<(place - before + address.count)]
      return zip(found, address).allSatisfy { Self.lower($0) == $1 }
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
