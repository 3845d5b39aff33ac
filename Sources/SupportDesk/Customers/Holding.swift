import SupportModel
import SupportStore

/// All that a desk holds of one person.
struct Holding {
  /// Their own record.
  var record: Customer?
  /// All of their addresses, the one that names them first.
  var addresses: [EmailAddress] = []
  /// The records of the further ones.
  var aliases: [JSONObject] = []
  var tickets: [Ticket] = []
  /// What they did, and what was done about their own record.
  var events: [Event] = []

  var isEmpty: Bool { record == nil && tickets.isEmpty && events.isEmpty }
}

extension Desk {
  /// What the desk holds of whoever has an address now, after any earlier erasure.
  func holding(of address: EmailAddress, in snapshot: Snapshot) throws -> Holding {
    let record = try snapshot.mainCustomer(of: address.text)
    let addresses =
      try record.map { try snapshot.addresses(of: $0).compactMap { EmailAddress($0) } }
      ?? [address]
    let names = Set(addresses.map(\.text))
    let footprint = try store.log.footprint(of: addresses)
    let tickets = try footprint.tickets.sorted().compactMap { id in
      try snapshot.ticket(id)?.holding(whatIsNotIn: footprint.tickets)
    }
    let events = try snapshot.scrubbed(footprint.events.sorted { $0.id < $1.id }).filter { event in
      event.by.email.map(names.contains) ?? false
        || event.subject.kind == .customer && names.contains(event.subject.name)
    }
    return Holding(
      record: record, addresses: addresses,
      aliases: try addresses.dropFirst().compactMap { try snapshot.customer($0.text) },
      tickets: tickets.filter { !$0.isErased || $0.customer.map(names.contains) ?? false },
      events: events)
  }
}
