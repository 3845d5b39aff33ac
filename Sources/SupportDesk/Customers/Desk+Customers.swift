import SupportModel
import SupportStore

/// A customer with what their tickets say of them.
package struct CustomerView: Sendable {
  package var customer: Customer
  /// By their record, or by where their address belongs.
  package var organisation: String?
  package var openTickets = 0
  package var allTickets = 0
  /// When something was last said, by either side.
  package var lastContactAt: Instant?

  /// The members that `json` may have.
  package static let fields =
    DocumentShape.customer + ["tickets_open", "tickets_all", "last_contact_at"]

  /// The record and what is computed.
  package var json: JSONObject {
    var json = customer.document
    if json["organisation"] == nil { json["organisation"] = organisation.map(JSON.string) }
    json["tickets_open"] = .integer(Int64(openTickets))
    json["tickets_all"] = .integer(Int64(allTickets))
    json["last_contact_at"] = lastContactAt.map { .string($0.description) }
    return json
  }

  fileprivate mutating func count(_ row: TicketSummary, isOpen: Bool) {
    allTickets += 1
    if isOpen { openTickets += 1 }
    if let time = row.lastMessageAt { lastContactAt = max(lastContactAt ?? time, time) }
  }
}

/// What a list of customers is in the order of.
package enum CustomerOrder: String, Sendable, CaseIterable {
  case email, name, tickets
  case lastContact = "last_contact"
}

extension Desk {
  /// What filters of customers are read against.
  package var customerFilterContext: FilterContext {
    var context = filterContext
    context.isAboutCustomers = true
    return context
  }

  /// The customers that a filter finds. Whoever goes by further addresses is there once.
  ///
  /// In the order of addresses no more records are read than it takes to find as many as are wanted.
  package func customers(
    _ filter: Filter, by order: CustomerOrder = .email, limit: Int? = nil
  ) throws -> (views: [CustomerView], isCut: Bool) {
    try requireStaff("see the customers")
    let snapshot = try store.snapshot()
    let most = order == .email ? limit : nil
    var found: [Customer] = []
    for address in try snapshot.customerAddresses() {
      if let most, found.count > most { break }
      guard let customer = try snapshot.customerAsFound(address).flatMap(Customer.init),
        customer.sameAs == nil, !customer.isErased,
        customer.filterSubject.map(filter.matches) ?? false
      else { continue }
      found.append(customer)
    }
    if let most { found = Array(found.prefix(most + 1)) }
    let sorted = try views(of: found, in: snapshot).sorted(by: order.precedes)
    return (Array(sorted.prefix(limit ?? sorted.count)), sorted.count > limit ?? sorted.count)
  }

  /// One customer, whichever of their addresses is given: for staff, and for themselves. Nobody else
  /// exists for a customer.
  package func customer(_ typed: String) throws -> CustomerView {
    let snapshot = try store.snapshot()
    let address = try customerAddress(typed)
    guard person.isStaff || person.addresses.contains(address.text) else {
      throw try unknown(address, in: snapshot)
    }
    var customer = try knownCustomer(typed, in: snapshot)
    if !person.isStaff { customer = customer.forCustomer }
    return try views(of: [customer], in: snapshot)[0]
  }

  /// Some customers are looked up among the tickets at once.
  private static let batch = 500

  /// Customers with the numbers of their tickets, from the index.
  func views(of customers: [Customer], in snapshot: Snapshot) throws -> [CustomerView] {
    var views: [CustomerView] = []
    for start in stride(from: 0, to: customers.count, by: Self.batch) {
      let batch = customers[start..<min(start + Self.batch, customers.count)]
      views += try counted(Array(batch), in: snapshot)
    }
    return views
  }

  private func counted(
    _ customers: [Customer], in snapshot: Snapshot
  ) throws -> [CustomerView] {
    var views = customers.map { customer in
      CustomerView(
        customer: customer,
        organisation: customer.organisation ?? settings.organisations[customer.email]?.name)
    }
    var places: [String: Int] = [:]
    for (place, customer) in customers.enumerated() {
      for address in try snapshot.addresses(of: customer) { places[address] = place }
    }
    _ = try list(.ofCustomers(places.keys.sorted())) { rows in
      for row in rows {
        guard let place = row.customer.flatMap({ places[$0.lowercased()] }) else { continue }
        views[place].count(row, isOpen: settings.lifecycle.phase(of: row.status) != .done)
      }
    }
    return views
  }

  /// The name and organisation of a ticket's customer, for staff.
  package func contact(of ticket: Ticket) throws -> (name: String?, organisation: String?)? {
    guard person.isStaff, let email = ticket.customer else { return nil }
    let customer = try store.snapshot().mainCustomer(of: email)
    let organisation = customer?.organisation ?? settings.organisations[email]?.name
    return (customer?.name, organisation)
  }
}

extension CustomerOrder {
  /// Whether one comes before another; of equals the address decides.
  fileprivate func precedes(_ left: CustomerView, _ right: CustomerView) -> Bool {
    let isFirst = left.customer.email < right.customer.email
    switch self {
    case .email: return isFirst
    case .name:
      let names = [left, right].map { ($0.customer.name ?? "").lowercased() }
      guard names[0] != names[1] else { return isFirst }
      // Who has no name comes last.
      return names[1].isEmpty || (!names[0].isEmpty && names[0] < names[1])
    case .tickets:
      return left.allTickets == right.allTickets ? isFirst : left.allTickets > right.allTickets
    case .lastContact:
      guard left.lastContactAt != right.lastContactAt else { return isFirst }
      guard let one = left.lastContactAt else { return false }
      return right.lastContactAt.map { one > $0 } ?? true
    }
  }
}
