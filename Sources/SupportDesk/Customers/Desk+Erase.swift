import SupportModel
import SupportStore

/// What came of erasing a person, or would.
package struct ErasedPerson: Sendable {
  /// The address that stands for them now.
  package var pseudonym = ""
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
  /// Erases whoever has an address, with all that they and others wrote in their tickets.
  package func erase(
    _ typed: String, reason: String? = nil, isDryRun: Bool = false
  ) throws -> ErasedPerson {
    try permissions.requireAdmin("erase a person")
    let address = try customerAddress(typed)
    var transaction = try store.transaction(for: "customer erase", chance: chance, at: now)
    let snapshot = transaction.snapshot
    let holding = try holding(of: address, in: snapshot)
    let draft = EventDraft.erasing(address, salt: try salt(), reason: reason)
    var erased = ErasedPerson(holding, as: draft.subject.name)
    erased.isDryRun = isDryRun
    if holding.isEmpty {
      guard let pseudonym = try snapshot.pseudonym(of: address) else { throw unknown(address) }
      erased.pseudonym = pseudonym
      erased.wasErased = true
    } else if !isDryRun {
      try transaction.record(draft, by: person.actor)
      erased.warning = try transaction.commit()
    }
    erased.traces = try traces()
    return erased
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
    tickets = holding.tickets.map(\.id)
    messages = holding.tickets.reduce(0) { $0 + $1.messages.count }
    attachments = Set(holding.tickets.flatMap(\.messages).flatMap(\.attachments)).count
    events = holding.events.count
  }
}
