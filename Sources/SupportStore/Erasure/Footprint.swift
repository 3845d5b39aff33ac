import SupportModel

/// What the log holds of a person, by their addresses.
package struct Footprint: Sendable {
  /// Tickets that name them as their customer.
  package private(set) var tickets: Set<TicketID> = []
  /// What they did, and what was done about their own record, in the order of the log's files.
  package private(set) var events: [Event] = []
  private let addresses: Set<String>

  fileprivate init(of addresses: Set<String>) { self.addresses = addresses }

  fileprivate mutating func add(_ event: Event) {
    if let id = event.subject.ticketID,
      let customer = event.patch.set["customer"]?.string, addresses.contains(customer.lowercased())
    {
      tickets.insert(id)
    }
    let isAbout = event.subject.kind == .customer && addresses.contains(event.subject.name)
    if isAbout || event.by.email.map(addresses.contains) ?? false { events.append(event) }
  }
}

extension EventLog {
  /// What the log holds of whoever has some addresses, as it is logged.
  package func footprint(of addresses: [EmailAddress]) throws -> Footprint {
    var footprint = Footprint(of: Set(addresses.map(\.text)))
    let wanted = addresses.map { Array($0.text.utf8) }
    try visit { line in
      if wanted.contains(where: line.mentions), let event = try? line.event() {
        footprint.add(event)
      }
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
