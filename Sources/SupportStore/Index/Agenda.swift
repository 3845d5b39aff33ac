import SupportModel

/// The open tickets by when a check of the clocks has to look at each: one small file, which is all
/// that a check with nothing to do reads.
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
  }

  /// In the order of their ids.
  var entries: [Entry] = []

  /// The open tickets of customers, and perhaps some of others.
  func tickets(ofCustomers addresses: Set<String>) -> [TicketID] {
    let checks = Set(addresses.map { Entry.check(ofCustomer: $0) })
    return entries.filter { checks.contains($0.customer) }.map { TicketID(number: $0.id) }
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

/// The agenda of an index, which is read when somebody asks for it.
struct KeptAgenda: Sendable {
  private let folder: IndexFolder
  private let known: Agenda?
  private let name: String?

  /// Either the agenda or the name of its file is given, or neither where there is none.
  init(_ folder: IndexFolder, _ known: Agenda?, _ name: String?) {
    (self.folder, self.known, self.name) = (folder, known, name)
  }

  func agenda() throws -> Agenda {
    if let known { return known }
    return try name.map { try Agenda(try folder.read($0)) } ?? Agenda()
  }
}

/// In the file, for each of them: u64 id, i64 looks at, i64 due at, u32 customer, u32 has clocks.
extension Agenda {
  init(_ bytes: [UInt8]) throws {
    entries = try bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      var entries: [Entry] = []
      while !reader.isAtEnd {
        entries.append(
          Entry(
            id: try reader.take(), looksAt: try reader.take(), dueAt: try reader.take(),
            customer: try reader.take(), hasClocks: try reader.take(UInt32.self) != 0))
      }
      return entries
    }
  }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    for entry in entries {
      writer.put(entry.id)
      writer.put(entry.looksAt)
      writer.put(entry.dueAt)
      writer.put(entry.customer)
      writer.put(UInt32(entry.hasClocks ? 1 : 0))
    }
    return writer.bytes
  }
}
