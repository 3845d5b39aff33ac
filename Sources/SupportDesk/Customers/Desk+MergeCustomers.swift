import SupportModel
import SupportStore

/// What came of merging customers, or would.
package struct MergedCustomers: Sendable {
  /// Who is left, as they now are.
  package var customer: Customer
  /// The addresses that lead to them from now on.
  package var merged: [String] = []
  /// How many tickets they got.
  package var tickets = 0
  package var isDryRun = false
  /// What went wrong after the change was durable: it will be mended by the next command.
  package var warning: SystemError?
}

extension Desk {
  /// Makes customers one: their tickets go to the last of them, and their addresses lead there. All
  /// of it is one transaction.
  package func mergeCustomers(
    _ typed: [String], into target: String, isDryRun: Bool = false,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> MergedCustomers {
    try permissions.requireAgent("merge customers")
    guard permissions.mayReadAll else {
      throw Refusal.notPermitted(person.actor, action: "merge customers")
    }
    var transaction = try store.transaction(for: "customer merge", chance: chance, at: now)
    let main = try knownCustomer(target, in: transaction.snapshot)
    let others = try typed.map { try knownCustomer($0, in: transaction.snapshot) }
    for customer in [main] + others where customer.isErased {
      throw Refusal.erasedCustomer(customer.email)
    }
    var merged = MergedCustomers(customer: main, isDryRun: isDryRun)
    var seen: Set = [main.email]
    let gone = others.filter { seen.insert($0.email).inserted }
    merged.merged = gone.map(\.email)
    let moving = try ids(
      tickets(of: [main] + gone, besidesThoseOf: main.email, in: transaction.snapshot),
      in: transaction.snapshot)
    merged.tickets = moving.count
    transaction.keepsDocuments = moving.count <= mostInMemory
    try record(gone, into: main, &merged, &transaction)
    try move(moving, to: main.email, &transaction) { progress($0, moving.count * 2) }
    if !isDryRun {
      merged.warning = try transaction.commit { progress(moving.count + $0, moving.count * 2) }
    }
    return merged
  }

  /// The tickets under any address of some customers but one; clones that did not know of an earlier
  /// merge may have opened some.
  private func tickets(
    of customers: [Customer], besidesThoseOf email: String, in snapshot: Snapshot
  ) throws -> Filter {
    let all = Filter.ofCustomers(try customers.flatMap { try snapshot.addresses(of: $0) })
    return all.and(Filter(Filter.ofCustomers([email]).expression.negated))
  }

  /// The events of the records: each of them has one.
  private func record(
    _ gone: [Customer], into main: Customer, _ merged: inout MergedCustomers,
    _ transaction: inout Transaction
  ) throws {
    for customer in gone {
      for address in try transaction.snapshot.addresses(of: customer).dropFirst() {
        guard let alias = try transaction.snapshot.customer(address).flatMap(Customer.init)
        else { continue }
        transaction.record(
          alias.becoming(main.email, isNew: false, at: now), to: alias.document, by: person.actor)
      }
      transaction.record(
        customer.merging(into: main.email), to: customer.document, by: person.actor)
    }
    let patch = main.taking(gone)
    guard !patch.isEmpty else { return }
    transaction.record(
      EventDraft(.customerUpdated, main.key, patch), to: main.document, by: person.actor)
    merged.customer = try transaction.snapshot.customer(main.email).flatMap(Customer.init) ?? main
  }

  /// So many tickets are read at a time.
  private static let chunk = 256

  private func move(
    _ ids: [TicketID], to email: String, _ transaction: inout Transaction,
    progress: (Int) -> Void
  ) throws {
    for start in stride(from: 0, to: ids.count, by: Self.chunk) {
      let part = ids[start..<min(start + Self.chunk, ids.count)]
      let documents = try transaction.snapshot.documents(part.map(RecordKey.ticket))
      for (place, id) in zip(start..., part) {
        guard let ticket = documents[.ticket(id)].flatMap(Ticket.init) else { continue }
        transaction.record(ticket.moving(to: email), to: ticket.document, by: person.actor)
        progress(place + 1)
      }
    }
  }
}
