import SupportModel
import SupportStore

extension Snapshot {
  /// Whose an address is, by the records of customers; nil where none is there.
  func mainCustomer(of address: String) throws -> Customer? {
    try Customer.main(of: address, customer)
  }

  /// All addresses of a customer, the one that names them first.
  func addresses(of customer: Customer) throws -> [String] {
    try customer.addresses(self.customer)
  }

  /// A customer who acts, with what is known of them: they are the same whichever of their addresses
  /// they come with.
  func person(_ address: String, _ settings: DeskSettings) throws -> Person {
    let customer = try mainCustomer(of: address) ?? Customer(email: address)
    var person = Person(.customer(customer.email))
    let organisation = settings.organisations[customer.email]
    person.contact = Contact(
      name: customer.name, addresses: Set(try addresses(of: customer)),
      sharing: organisation.flatMap { $0.sharesTickets ? $0 : nil })
    return person
  }
}

extension Desk {
  /// The address that somebody typed for a customer.
  func customerAddress(_ typed: String) throws -> EmailAddress {
    let plain = typed.hasPrefix("customer:") ? String(typed.dropFirst(9)) : typed
    guard let address = EmailAddress(plain) else {
      throw Refusal.invalid(field: "customer", value: typed, expected: "an e-mail address")
    }
    return address
  }

  /// Whoever has an address that somebody typed, where there is a record of them.
  func knownCustomer(_ typed: String, in snapshot: Snapshot) throws -> Customer {
    let address = try customerAddress(typed)
    guard let customer = try snapshot.mainCustomer(of: address.text) else {
      throw try unknown(address, in: snapshot)
    }
    return customer
  }

  /// So many addresses are looked through for one that was mistyped.
  private static let mostNear = 1000

  /// That nobody has an address, with those that staff may have meant.
  func unknown(_ address: EmailAddress, in snapshot: Snapshot) throws -> DeskError {
    let known = person.isStaff ? try snapshot.customerAddresses() : []
    return .notFound(
      kind: "customer", name: address.text,
      known: known.count > Self.mostNear ? [] : address.near(known))
  }
}
