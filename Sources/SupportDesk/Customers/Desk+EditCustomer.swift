import SupportModel
import SupportStore

/// What came of changing a customer's record, or would.
package struct ChangedCustomer: Sendable {
  /// The record as it now is, or would be.
  package var customer: Customer
  package var isChanged = false
  /// What went wrong after the change was durable: it will be mended by the next command.
  package var warning: SystemError?
}

/// New values for a customer, and addresses that lead to them.
package struct CustomerChange: Sendable, Hashable {
  package var values = CustomerEdit()
  package var addEmails: [String] = []
  package var removeEmails: [String] = []

  package init() {}
}

extension Desk {
  /// Makes the record of somebody who has not been in touch yet.
  package func addCustomer(
    _ typed: String, _ edit: CustomerChange, isDryRun: Bool = false
  ) throws -> ChangedCustomer {
    try permissions.requireAgent("add customers")
    let address = try customerAddress(typed)
    try refusePseudonym(address.text)
    var transaction = try store.transaction(for: "customer add", chance: chance, at: now)
    if let there = try transaction.snapshot.mainCustomer(of: address.text) {
      throw Refusal.exists(kind: "customer", name: there.email)
    }
    var set = JSONObject([("created_at", .string(now.description))])
    set["organisation"] = settings.organisations[address.text].map { .string($0.name) }
    let draft = EventDraft(
      .customerCreated, RecordKey(.customer, address.text), Patch(set: set),
      meta: JSONObject([("email", .string(address.text))]))
    transaction.record(draft, to: nil, by: person.actor)
    try change(address.text, edit, in: &transaction)
    return try finish(transaction, address.text, isChanged: true, isDryRun)
  }

  /// Changes what is on record of a customer.
  package func editCustomer(
    _ typed: String, _ edit: CustomerChange, ifMatch head: String? = nil, isDryRun: Bool = false
  ) throws -> ChangedCustomer {
    try permissions.requireAgent("edit customers")
    var transaction = try store.transaction(for: "customer edit", chance: chance, at: now)
    let customer = try knownCustomer(typed, in: transaction.snapshot)
    let actual = customer.document["head"]?.string ?? ""
    if let head, head.uppercased() != actual {
      throw Refusal.customerChanged(customer.email, expected: head, actual: actual)
    }
    try change(customer.email, edit, in: &transaction)
    let isChanged = !transaction.events.isEmpty
    return try finish(transaction, customer.email, isChanged: isChanged, isDryRun)
  }

  /// Records the events of new values and addresses.
  private func change(
    _ email: String, _ edit: CustomerChange, in transaction: inout Transaction
  ) throws {
    var customer = try customer(email, in: transaction.snapshot)
    if let patch = try customer.edit(edit.values, acting(in: transaction.snapshot)) {
      transaction.record(
        EventDraft(.customerUpdated, customer.key, patch), to: customer.document,
        by: person.actor)
      customer = try self.customer(email, in: transaction.snapshot)
    }
    let add = try edit.addEmails.map { try customerAddress($0).text }
    let remove = try edit.removeEmails.map { try customerAddress($0).text }
    for address in remove where !customer.emails.contains(address) {
      throw DeskError.notFound(
        kind: "further address of \(email)", name: address, known: customer.emails)
    }
    for address in add { try link(address, to: customer, in: &transaction) }
    for address in remove {
      guard let alias = try transaction.snapshot.customer(address).flatMap(Customer.init),
        alias.sameAs == email
      else { continue }
      let draft = alias.becoming(nil, isNew: false, at: now)
      transaction.record(draft, to: alias.document, by: person.actor)
    }
    let patch = customer.linking(add, unlinking: remove)
    guard !patch.isEmpty else { return }
    transaction.record(
      EventDraft(.customerUpdated, customer.key, patch), to: customer.document, by: person.actor)
  }

  /// Makes an address lead to a customer. One that is somebody's already is for `merge`.
  private func link(
    _ address: String, to customer: Customer, in transaction: inout Transaction
  ) throws {
    try refusePseudonym(address)
    let there = try transaction.snapshot.customer(address).flatMap(Customer.init)
    if let there {
      let owner = try transaction.snapshot.mainCustomer(of: address)
      guard owner?.email != customer.email else { return }
      let isFree =
        try there.isBlank && ids(.ofCustomers([address]), in: transaction.snapshot).isEmpty
      guard isFree else { throw Refusal.otherCustomer(there.email, of: customer.email) }
    }
    let alias = there ?? Customer(email: address)
    let draft = alias.becoming(customer.email, isNew: there == nil, at: now)
    transaction.record(draft, to: there?.document, by: person.actor)
  }

  private func customer(_ email: String, in snapshot: Snapshot) throws -> Customer {
    try snapshot.customer(email).flatMap(Customer.init) ?? Customer(email: email)
  }

  private func refusePseudonym(_ address: String) throws {
    guard !Pseudonym.isOne(address) else {
      throw Refusal.invalid(
        field: "customer", value: address, expected: "somebody who is not erased")
    }
  }

  private func finish(
    _ transaction: consuming Transaction, _ email: String, isChanged: Bool, _ isDryRun: Bool
  ) throws -> ChangedCustomer {
    let customer = try customer(email, in: transaction.snapshot)
    var changed = ChangedCustomer(customer: customer, isChanged: isChanged)
    if !isDryRun { changed.warning = try transaction.commit() }
    return changed
  }
}
