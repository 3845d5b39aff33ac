import Platform
import SupportModel

/// What an import has to know of a desk.
extension Snapshot {
  /// What the tickets are called in the systems that they came from. It reads every document.
  package func externalIDs() throws -> Set<String> {
    let ids = try ticketIDs()
    let parts = ids.count < 64 ? 1 : 64
    let found = try Workers.map(parts) { part in
      try ids[part * ids.count / parts..<(part + 1) * ids.count / parts].compactMap { id in
        try ticketAsFound(id)?.externalID
      }
    }
    return Set(found.joined())
  }

  /// A ticket as its document lies there.
  package func ticketAsFound(_ id: TicketID) throws -> Ticket? {
    try documentAsFound(.ticket(id)).flatMap(Ticket.init)
  }

  /// Those of some addresses whose owners were erased.
  package func erased(among addresses: @autoclosure () -> Set<String>) throws -> Set<String> {
    var erasures = try erasures.all(layout)
    guard !erasures.isEmpty else { return [] }
    return addresses().filter { erasures.pseudonym(of: $0) != nil }
  }
}
