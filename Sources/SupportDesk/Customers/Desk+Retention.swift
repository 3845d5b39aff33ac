import SupportModel
import SupportStore

/// What came of erasing old tickets, or would.
package struct Collected: Sendable {
  package var tickets: [TicketID] = []
  /// Customers who have nothing left, by the pseudonym that each has now.
  package var customers: [(address: String, pseudonym: String)] = []
  package var traces = ErasedPerson.Traces()
  package var isDryRun = false
  package var warning: SystemError?
}

extension Desk {
  /// Erases the content of the tickets that were closed before a time, and the customers who have
  /// no other tickets and have not been in touch since, all at once.
  package func collect(closedBefore time: Instant, isDryRun: Bool = false) throws -> Collected {
    try permissions.requireAdmin("erase old tickets")
    var transaction = try store.transaction(for: "gc", chance: chance, at: now)
    let snapshot = transaction.snapshot
    let tickets = try snapshot.tickets()
    let byID = Dictionary(uniqueKeysWithValues: tickets.map { ($0.id, $0) })
    let old = tickets.filter { !$0.isErased && isOver($0, before: time, among: byID) }
    let salt = try salt()
    let leaving = try customers(of: tickets, leavingWith: Set(old.map(\.id)), time, snapshot)
    var collected = Collected(tickets: old.map(\.id), isDryRun: isDryRun)
    for ticket in old {
      transaction.record(.erasing(ticket.id), to: ticket.document, by: person.actor)
    }
    for address in leaving {
      let draft = EventDraft.erasing(address, salt: salt)
      collected.customers.append((address.text, draft.subject.name))
      transaction.record(draft, to: nil, by: person.actor)
    }
    if !isDryRun { collected.warning = try transaction.commit() }
    collected.traces = try traces()
    return collected
  }

  /// Scrubs the log files of replicas that will not do it themselves. Returns how many lines held
  /// what was erased.
  package func scrub(_ replicas: [String], isDryRun: Bool = false) throws -> Int {
    try permissions.requireAdmin("scrub the lines of other replicas")
    let known = try store.unscrubbed().keys.sorted()
    let replicasOfLog = Set(try store.log.files().map { String($0.replica) })
    for replica in replicas where !replicasOfLog.contains(replica) {
      throw DeskError.notFound(kind: "replica", name: replica, known: known)
    }
    return try store.scrub(replicas, isDryRun: isDryRun)
  }

  /// Whether a ticket was done for good before a time, and all in whose threads its messages show.
  private func isOver(
    _ ticket: Ticket, before time: Instant, among tickets: [TicketID: Ticket]
  ) -> Bool {
    var (rest, seen) = ([ticket], Set([ticket.id]))
    while let next = rest.popLast() {
      guard isClosed(next, before: time) else { return false }
      rest += next.lendsTo.filter { seen.insert($0).inserted }.compactMap { tickets[$0] }
    }
    return true
  }

  /// Whether a ticket was done for good before a time.
  private func isClosed(_ ticket: Ticket, before time: Instant) -> Bool {
    guard settings.lifecycle.phase(of: ticket.status) == .done, ticket.status != "resolved" else {
      return false
    }
    let done = ticket.closedAt ?? ticket.timeline.map(\.at).max() ?? ticket.updatedAt
    return done < time
  }

  /// The customers whose tickets all are erased, or go now.
  private func customers(
    of tickets: [Ticket], leavingWith old: Set<TicketID>, _ time: Instant, _ snapshot: Snapshot
  ) throws -> [EmailAddress] {
    let owned = Dictionary(grouping: tickets) { $0.customer ?? "" }
    let leaving = owned.filter { address, theirs in
      EmailAddress(address) != nil && !Pseudonym.isOne(address)
        && theirs.allSatisfy { $0.isErased || old.contains($0.id) }
        && theirs.allSatisfy { $0.lastTouch < time }
    }
    var seen: Set<String> = []
    return try leaving.keys.sorted().flatMap { address -> [EmailAddress] in
      guard !seen.contains(address) else { return [] }
      let record = try snapshot.mainCustomer(of: address)
      let addresses = try record.map { try snapshot.addresses(of: $0) } ?? [address]
      guard record?.updatedAt.map({ $0 < time }) ?? true,
        addresses.allSatisfy({ owned[$0] == nil || leaving[$0] != nil })
      else { return [] }
      seen.formUnion(addresses)
      return addresses.compactMap { EmailAddress($0) }
    }
  }
}

extension Ticket {
  /// When its customer was last heard of in it.
  fileprivate var lastTouch: Instant {
    max(createdAt, lastMessageAt ?? createdAt, instant("satisfaction.at") ?? createdAt)
  }
}
