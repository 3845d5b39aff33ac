import SupportModel

/// The open tickets by when a check of the clocks has to look at each: one small file, which is all
/// that a check with nothing to do reads.
struct Agenda: Sendable {
  /// One open ticket.
  struct Entry: Sendable {
    var id: UInt64
    /// In milliseconds since 1970, as for `dueAt`; `IndexRow.noInstant` for never.
    var looksAt: Int64
    var dueAt: Int64
    /// The CRC-32C of the customer's address, for those whose record changes.
    var customer: UInt32
    /// Whether a policy applies.
    var hasClocks: Bool
  }

  /// In the order of their ids.
  var entries: [Entry] = []

  static func check(ofCustomer address: String?) -> UInt32 {
    CRC32C.checksum((address ?? "").utf8)
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
    customer = Agenda.check(ofCustomer: standing.record.customer)
    hasClocks = standing.hasClocks
  }
}

extension Agenda {
  init(_ bytes: [UInt8]) throws(IndexDamage) {
    let size = 32
    guard bytes.count.isMultiple(of: size) else { throw IndexDamage() }
    entries = bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / size).map { row in
        func number<Number: FixedWidthInteger>(_ place: Int) -> Number {
          Number(
            littleEndian: bytes.loadUnaligned(
              fromByteOffset: row * size + place, as: Number.self))
        }
        return Entry(
          id: number(0), looksAt: number(8), dueAt: number(16), customer: number(24),
          hasClocks: number(28) as UInt32 != 0)
      }
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
