import SupportModel

/// What a list shows of a ticket and sorts it by, in one piece.
///
///      0  u64  id
///      8  i64  last message, in milliseconds since 1970; `IndexRow.noInstant` for none
///     16  u16  see `IndexMark`
///     18  u16  x 3: status, priority, assignee: 0 for none, else the place in the table of the field's
///              values, counted from 1
///     24  u32  length of the customer's address; `noCustomer` for none
///     28       the address, and then the subject
struct TicketLine {
  static let fields: [FilterField] = [.status, .priority, .assignee]

  private static let head = 28
  private static let noCustomer = UInt32.max

  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) throws(IndexDamage) {
    self.bytes = bytes
    guard bytes.count >= Self.head, customerEnd <= bytes.count else { throw IndexDamage() }
  }

  var id: TicketID { TicketID(number: number(0)) }

  var lastMessageAt: Instant? {
    let milliseconds: Int64 = number(8)
    return milliseconds == IndexRow.noInstant ? nil : Instant(milliseconds: milliseconds)
  }

  var marks: IndexMark { IndexMark(rawValue: number(16)) }

  /// Of one of `fields`, by its place there.
  func code(_ place: Int) -> Int { Int(number(18 + 2 * place) as UInt16) }

  var customer: String? {
    let length: UInt32 = number(24)
    if length == Self.noCustomer { return nil }
    return String(decoding: bytes[Self.head..<customerEnd], as: UTF8.self)
  }

  var subject: String { String(decoding: bytes[customerEnd...], as: UTF8.self) }

  private var customerEnd: Int {
    let length: UInt32 = number(24)
    return Self.head + (length == Self.noCustomer ? 0 : Int(length))
  }

  private func number<Number: FixedWidthInteger>(_ offset: Int) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// What is written.
  struct Content {
    var id: UInt64
    var lastMessage: Int64
    var marks: UInt16
    var codes: [UInt16]
    var customer: String?
    var subject: String
  }

  static func put(_ content: Content, _ writer: inout ByteWriter) {
    writer.put(content.id)
    writer.put(content.lastMessage)
    writer.put(content.marks)
    writer.put(content.codes)
    writer.put(content.customer.map { UInt32($0.utf8.count) } ?? noCustomer)
    writer.put(bytes: (content.customer ?? "").utf8)
    writer.put(bytes: content.subject.utf8)
  }
}
