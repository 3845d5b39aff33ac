import SupportModel
import SupportStore

/// A desk as one person works with it: every face calls the use cases of this type and nothing
/// below it.
package struct Desk: Sendable {
  let store: DeskStore
  package let person: Person
  package let now: Instant
  let chance: Chance
  /// The policies of the SLA as they stand now, read once.
  package let rules: SLARules
  /// Told how far the index has come while it is made, on the thread of whoever waits for it.
  package var indexWatch: IndexWatch?
  /// Told where a reference led from a ticket that was merged to another one.
  package var followed: (@Sendable (_ from: TicketID, _ to: TicketID) -> Void)?
  /// Of more tickets that change together not all are held in memory.
  package var mostInMemory = 64

  package init(_ store: DeskStore, as person: Person, at now: Instant, chance: Chance = Chance()) {
    (self.store, self.person, self.now, self.chance) = (store, person, now, chance)
    rules = SLARules(store.settings, at: now)
  }

  package var settings: DeskSettings { store.settings }
  package var root: String { store.layout.root }

  var permissions: Permissions { Permissions(person, settings.permissions) }

  /// Who acts, and what of the records their verbs may have to know.
  func acting(in snapshot: Snapshot) -> Acting {
    Acting(person, settings, at: now, rules: rules, customers: Self.customers(in: snapshot))
  }

  /// The records of customers; one that cannot be read counts as none.
  static func customers(in snapshot: Snapshot) -> CustomerRecords {
    { email in try? snapshot.customerAsFound(email) }
  }

  var agents: AgentFiles { AgentFiles(store.layout) }
  var articles: ArticleFiles { ArticleFiles(store.layout) }
  var attachments: AttachmentStore { AttachmentStore(store.layout) }

  /// The ticket as this person may see it; nil where it does not exist for them.
  func visible(_ ticket: Ticket) -> Ticket? {
    guard permissions.mayRead(ticket) else { return nil }
    return person.isStaff ? ticket : ticket.forCustomer
  }

  /// Finds the one ticket that a reference means, among those that exist for this person.
  func resolve(_ typed: String, in snapshot: Snapshot) throws -> Ticket {
    guard let reference = TicketReference(typed) else { throw DeskError.notAReference(typed) }
    let found = try candidates(for: reference, in: snapshot).compactMap { id in
      try snapshot.ticket(id).flatMap { permissions.mayRead($0) ? $0 : nil }
    }
    guard let first = found.first else {
      throw DeskError.notFound(kind: "ticket", name: typed, known: [])
    }
    guard found.count == 1 else {
      let candidates = found.map {
        DeskError.Candidate(id: $0.id, status: $0.status, subject: $0.subject)
      }
      throw DeskError.ambiguous(typed: typed, candidates: candidates)
    }
    return first
  }

  /// The ticket that somebody works on who names one: where that was merged, the one that it was
  /// merged into, as far as that exists for this person.
  func current(_ ticket: Ticket, in snapshot: Snapshot) throws -> Ticket {
    guard let root = ticket.leadsTo else { return ticket }
    guard let target = try snapshot.ticket(root), permissions.mayRead(target) else {
      return ticket.alone
    }
    followed?(ticket.id, target.id)
    return target
  }

  func current(_ typed: String, in snapshot: Snapshot) throws -> Ticket {
    try current(resolve(typed, in: snapshot), in: snapshot)
  }
}
