/// A customer as their document says: a typed view, computed from nothing but the document.
package struct Customer: Hashable, Sendable {
  package let document: JSONObject
  /// The address that names the record.
  package let email: String

  /// Nil for a document that names nobody.
  package init?(_ document: JSONObject) {
    guard let email = document["email"]?.string else { return nil }
    (self.document, self.email) = (document, email)
  }

  /// Somebody of whom nothing is on record yet.
  package init(email: String) {
    self.email = email
    document = JSONObject([
      ("format", .integer(Int64(Fold.format))), ("email", .string(email)),
    ])
  }

  package var key: RecordKey { RecordKey(.customer, email) }
  /// The customer whose further address this is; nil for a customer of their own.
  package var sameAs: String? { document["same_as"]?.string }
  package var name: String? { document["name"]?.string }
  /// Further addresses, each of which has a record that leads here.
  package var emails: [String] { document["emails"]?.strings ?? [] }
  package var phones: [String] { document["phones"]?.strings ?? [] }
  package var organisation: String? { document["organisation"]?.string }
  package var tier: String? { document["tier"]?.string }
  package var language: String? { document["language"]?.string }
  /// What the desk remembers of them, for itself.
  package var notes: String? { document["notes"]?.string }
  package var updatedAt: Instant? {
    document["updated_at"]?.string.flatMap { Instant($0) }
  }
  package var isErased: Bool { document["erased"] == true }

  /// What they agreed to, or took back, by name.
  package var consents: [(name: String, isGiven: Bool)] {
    (document["consents"]?.object?.members ?? []).map {
      ($0.key, $0.value["given"] == true)
    }
  }

  /// How they are called where a line has room for one name.
  package var title: String { name ?? email }
}

extension Customer {
  /// What of a record is the desk's own business.
  private static let deskOnly = ["tier", "notes", "head"]

  /// The record as the customer may see it.
  package var forCustomer: Customer {
    var document = document
    for member in Self.deskOnly { document[member] = nil }
    return Customer(document) ?? self
  }

  /// An event about a record as the customer may see it.
  package static func forCustomer(_ event: Event) -> Event {
    var event = event
    for member in deskOnly {
      event.patch.set[member] = nil
      event.patch.from[member] = nil
    }
    return event
  }
}

// MARK: Several addresses

extension Customer {
  /// Whose an address is: `same_as` is followed from record to record. Nil where none is there.
  ///
  /// Clones that merged two customers in both directions leave a circle. The first of its addresses
  /// in the order of their bytes counts then, so that all clones come to the same.
  package static func main(
    of address: String, _ record: (String) throws -> JSONObject?
  ) rethrows -> Customer? {
    var met: [Customer] = []
    var next: String? = address
    while let address = next {
      if let place = met.firstIndex(where: { $0.email == address }) {
        return met[place...].min { Array($0.email.utf8).lexicographicallyPrecedes($1.email.utf8) }
      }
      // A record that is not there yet is that of an address whose log has not arrived.
      guard let customer = try record(address).flatMap(Customer.init) else { return met.last }
      met.append(customer)
      next = customer.sameAs
    }
    return met.last
  }

  /// Their addresses, the one that names the record first: those whose own records lead here.
  package func addresses(_ record: (String) throws -> JSONObject?) rethrows -> [String] {
    [email]
      + (try emails.filter { address in
        try address != email && Self.main(of: address, record)?.email == email
      })
  }
}
