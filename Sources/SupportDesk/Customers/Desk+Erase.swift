import SupportModel
import SupportStore

/// What came of erasing a person, or would.
package struct ErasedPerson: Sendable {
  /// The address that stands for them now: for the one that named them.
  package var pseudonym = ""
  /// All of their addresses, each of which has a pseudonym of its own.
  package var addresses: [String] = []
  package var tickets: [TicketID] = []
  package var messages = 0
  package var attachments = 0
  /// Events of theirs, about whatever.
  package var events = 0
  /// Nothing of theirs was left to erase.
  package var wasErased = false
  package var traces = Traces()
  package var isDryRun = false
  /// What went wrong after the erasure was durable: it will be mended by the next command.
  package var warning: SystemError?

  /// What a desk has no hand in.
  package struct Traces: Sendable {
    /// Lines of other replicas that hold what was erased, until these scrub them.
    package var replicas: [String: Int] = [:]
    package var isInGit = false
  }
}

extension Desk {
  /// Erases whoever has an address, with their further ones, and with all that they and others wrote
  /// in their tickets.
  package func erase(
    _ typed: String, reason: String? = nil, isDryRun: Bool = false
  ) throws -> ErasedPerson {
    try permissions.requireAdmin("erase a person")
    let address = try customerAddress(typed)
    var transaction = try store.transaction(for: "customer erase", chance: chance, at: now)
    let snapshot = transaction.snapshot
    let holding = try holding(of: address, in: snapshot)
    let salt = try salt()
    let drafts = holding.addresses.map { EventDraft.erasing($0, salt: salt, reason: reason) }
    var erased = ErasedPerson(holding, as: drafts[0].subject.name)
    erased.isDryRun = isDryRun
    if holding.isEmpty {
      guard let pseudonym = try snapshot.pseudonym(of: address) else {
        throw try unknown(address, in: snapshot)
      }
      erased.pseudonym = pseudonym
      erased.wasErased = true
    } else if !isDryRun {
      for ticket in try theirs(holding, in: snapshot) {
        transaction.record(.erasing(ticket.id), to: ticket.document, by: person.actor)
      }
      for draft in drafts { try transaction.record(draft, by: person.actor) }
      erased.warning = try transaction.commit()
    }
    erased.traces = try traces()
    return erased
  }

  /// The tickets that became theirs by a merge that was undone since: as they began with somebody
  /// else, they are not erased with the person, but one by one.
  private func theirs(_ holding: Holding, in snapshot: Snapshot) throws -> [Ticket] {
    let names = Set(holding.addresses.map(\.text))
    let suspects = holding.tickets.filter { !$0.isErased }
    let histories = try snapshot.histories(of: suspects.map(\.key))
    return suspects.filter { ticket in
      let first = histories[ticket.key]?.lazy.compactMap { $0.patch.set["customer"]?.string }.first
      return !(first.map(names.contains) ?? false)
    }
  }

  /// All clones of a desk find the same one, as a rule.
  func salt() throws -> String {
    Erasure.salt(oldest: try store.log.oldest() ?? EventID(bits: 0))
  }

  func traces() throws -> ErasedPerson.Traces {
    ErasedPerson.Traces(replicas: try store.unscrubbed(), isInGit: store.isInGit)
  }
}

extension ErasedPerson {
  fileprivate init(_ holding: Holding, as pseudonym: String) {
    self.pseudonym = pseudonym
    addresses = holding.addresses.map(\.text)
    tickets = holding.tickets.map(\.id)
    messages = holding.tickets.reduce(0) { $0 + $1.messages.count }
    attachments = Set(holding.tickets.flatMap(\.messages).flatMap(\.attachments)).count
    events = holding.events.count
  }
}
