import SupportModel

/// What a list shows of a ticket and sorts it by, in one piece: whoever shows it looks nowhere else.
///
///      0  u64  id
///      8  i64  last message, in milliseconds since 1970; `IndexRow.noInstant` for none
///     16  i64  the last update, likewise
///     24  u16  see `IndexMark`
///     26  u32  x 4: where status, priority, assignee and customer end among the texts
///     42       the texts, and then the subject
///
/// A text that is empty is one that is absent.
struct TicketLine {
  private static let ends = 26
  private static let head = 42

  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) throws(IndexDamage) {
    self.bytes = bytes
    guard bytes.count >= Self.head else { throw IndexDamage() }
    var last = Self.head
    for place in 0..<4 {
      let end = end(place)
      guard end >= last, end <= bytes.count else { throw IndexDamage() }
      last = end
    }
  }

  var id: TicketID { TicketID(number: number(0)) }

  var lastMessageAt: Instant? { instant(8) }
  var updatedAt: Instant? { instant(16) }
  var marks: IndexMark { IndexMark(rawValue: number(24)) }
  var status: String? { text(0) }
  var priority: String? { text(1) }
  var assignee: String? { text(2) }
  var customer: String? { text(3) }
  var subject: String { String(decoding: bytes[end(3)...], as: UTF8.self) }

  private func end(_ place: Int) -> Int {
    Self.head + Int(number(Self.ends + 4 * place) as UInt32)
  }

  private func text(_ place: Int) -> String? {
    let start = place == 0 ? Self.head : end(place - 1)
    let text = bytes[start..<end(place)]
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  private func instant(_ offset: Int) -> Instant? {
    let milliseconds: Int64 = number(offset)
    return milliseconds == IndexRow.noInstant ? nil : Instant(milliseconds: milliseconds)
  }

  private func number<Number: FixedWidthInteger>(_ offset: Int) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  static func put(_ ticket: Ticket, _ marks: IndexMark, _ writer: inout ByteWriter) {
    writer.put(ticket.id.number)
    writer.put(ticket.lastMessageAt?.milliseconds ?? IndexRow.noInstant)
    writer.put(ticket.updatedAt.milliseconds)
    writer.put(marks.rawValue)
    let texts = [ticket.status, ticket.priority, ticket.assignee ?? "", ticket.customer ?? ""]
    var end: UInt32 = 0
    for text in texts {
      end += UInt32(text.utf8.count)
      writer.put(end)
    }
    for text in texts { writer.put(bytes: text.utf8) }
    writer.put(bytes: ticket.subject.utf8)
  }
}
