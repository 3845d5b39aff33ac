import SupportModel

/// The open tickets: when a check of the clocks has to look at each, and who has it. One small file,
/// which is all that a check with nothing to do reads.
struct Agenda: Sendable {
  /// One open ticket.
  struct Entry: Sendable {
    var id: UInt64
    /// In milliseconds since 1970, like `dueAt`; `IndexRow.noInstant` for never.
    var looksAt: Int64
    var dueAt: Int64
    /// The CRC-32C of the customer's address, to find the tickets of customers whose record changed.
    var customer: UInt32
    /// Whether a policy applies.
    var hasClocks: Bool
    /// The handle of who has the ticket.
    var owner: String?
  }

  /// In the order of their ids.
  var entries: [Entry] = []

  /// The open tickets of customers, and perhaps some of others.
  func tickets(ofCustomers addresses: Set<String>) -> [UInt64] {
    let checks = Set(addresses.map { Entry.check(ofCustomer: $0) })
    return entries.filter { checks.contains($0.customer) }.map(\.id)
  }
}

extension Agenda.Entry {
  /// Nil for a ticket that is done.
  init?(_ standing: SLAStanding) {
    guard !standing.isDone else { return nil }
    id = standing.record.id.number
    looksAt =
      standing.isVolatile
      ? SLAStanding.atOnce.milliseconds : standing.looksAt?.milliseconds ?? IndexRow.noInstant
    dueAt = standing.dueAt?.milliseconds ?? IndexRow.noInstant
    customer = Self.check(ofCustomer: standing.record.customer)
    hasClocks = standing.hasClocks
    owner = standing.record.assignee
  }

  fileprivate static func check(ofCustomer address: String?) -> UInt32 {
    CRC32C.checksum((address ?? "").utf8)
  }
}

extension Agenda {
  /// Without some tickets, and with others.
  func replacing(_ gone: Set<UInt64>, with added: [Entry]) -> Agenda {
    if gone.isEmpty, added.isEmpty { return self }
    return Agenda(entries: entries.filter { !gone.contains($0.id) } + added).sorted
  }

  var sorted: Agenda { Agenda(entries: entries.sorted { $0.id < $1.id }) }
}

/// The agenda of an index, of which is read what somebody asks for.
struct KeptAgenda: Sendable {
  private let folder: IndexFolder
  /// Nil where there is none.
  private let name: String?
  /// The numbers of tickets that are known not to be in it, in order.
  private let lacking: [UInt64]

  init(_ folder: IndexFolder, _ name: String?, lacking: [UInt64] = []) {
    (self.folder, self.name, self.lacking) = (folder, name, lacking)
  }

  func agenda() throws -> Agenda { try file(.many)?.agenda() ?? Agenda() }

  /// The bytes of its file without some tickets, in order, and with others.
  func replacing(_ gone: [UInt64], with added: [Agenda.Entry]) throws -> [UInt8] {
    guard let file = try file(.many) else { return Agenda(entries: added).sorted.bytes }
    return try file.replacing(gone, with: added)
  }

  /// How many open tickets each has who has any, without some tickets, in order; nil where there is no
  /// agenda.
  func loads(without changed: [UInt64]) throws -> [String: Int]? {
    guard let file = try file(.few) else { return nil }
    var loads = file.loads
    for owner in try file.owners(of: changed.without(lacking)) { loads[owner, default: 0] -= 1 }
    return loads
  }

  private func file(_ access: SealedFile.Access) throws -> AgendaFile? {
    try name.map { try AgendaFile(folder.open($0, access)) }
  }
}
