import SupportModel
import SupportStore

/// All that a desk holds of one person.
struct Holding {
  /// Their own record.
  var record: JSONObject?
  var tickets: [Ticket] = []
  /// What they did, and what was done about their own record.
  var events: [Event] = []

  var isEmpty: Bool { record == nil && tickets.isEmpty && events.isEmpty }
}

extension Desk {
  /// What the desk holds of whoever has an address now, after any earlier erasure.
  func holding(of address: EmailAddress, in snapshot: Snapshot) throws -> Holding {
    let footprint = try store.log.footprint(of: address)
    let tickets = try footprint.tickets.sorted().compactMap { try snapshot.ticket($0) }
    let key = RecordKey(.customer, address.text)
    let events = try snapshot.scrubbed(footprint.events.sorted { $0.id < $1.id }).filter {
      $0.by == .customer(address.text) || $0.subject == key
    }
    return Holding(
      record: try snapshot.customer(address.text),
      tickets: tickets.filter { !$0.isErased || $0.customer == address.text }, events: events)
  }

  /// The address that somebody typed for a customer.
  func customerAddress(_ typed: String) throws -> EmailAddress {
    let plain = typed.hasPrefix("customer:") ? String(typed.dropFirst(9)) : typed
    guard let address = EmailAddress(plain) else {
      throw Refusal.invalid(field: "customer", value: typed, expected: "an e-mail address")
    }
    return address
  }

  func unknown(_ address: EmailAddress) -> DeskError {
    .notFound(kind: "customer", name: address.text, known: [])
  }
}
