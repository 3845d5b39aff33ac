/// A ticket's name: its UTC day and six random characters of Crockford base 32, `261120-k7qx9m`.
package struct TicketID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  /// Takes an id in its one canonical form.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard text.withUTF8(Self.isWellFormed) else { return nil }
    description = text
    guard date.exists else { return nil }
  }

  /// Whether bytes look like an id: those that are read from a log are many.
  private static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 13, bytes[6] == UInt8(ascii: "-") else { return false }
    for place in 0..<6 where !(0x30...0x39 ~= bytes[place]) { return false }
    for place in 7..<13 {
      guard let value = Crockford.value(of: bytes[place]),
        Crockford.lower[Int(value)] == bytes[place]
      else { return false }
    }
    return true
  }

  /// The first and the last day that the two digits of the year can name.
  static let firstDay = Instant(CivilDate(year: 2000, month: 1, day: 1))
  private static let lastDay = Instant(CivilDate(year: 2099, month: 12, day: 31))

  /// A ticket opened at a time; clocks outside of the century are taken for its nearest day.
  package init(at time: Instant, chance: UInt32) {
    let date = max(Self.firstDay, min(time, Self.lastDay)).date
    let name = (0..<6).map { Crockford.lower[Int(chance >> ($0 * 5)) & 31] }
    description =
      padded(date.year % 100, to: 2) + padded(date.month, to: 2) + padded(date.day, to: 2)
      + "-" + String(decoding: name, as: UTF8.self)
  }

  /// The UTC day the ticket was opened on; the two digits of the year mean 2000 to 2099.
  package var date: CivilDate {
    let digits = description.utf8.prefix(6).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return CivilDate(year: 2000 + digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  /// The six random characters.
  package var name: Substring { description.dropFirst(7) }

  package static func < (left: TicketID, right: TicketID) -> Bool {
    left.description < right.description
  }
}

/// Ids as numbers of 50 bits, in the same order: the six digits of the day, then five bits for each
/// of the six characters.
extension TicketID {
  package var number: UInt64 {
    var number: UInt64 = 0
    var text = description
    text.withUTF8 { bytes in
      for place in 0..<6 { number = number * 10 + UInt64(bytes[place] - UInt8(ascii: "0")) }
      for place in 7..<13 {
        number = number << 5 | UInt64(Crockford.value(of: bytes[place]) ?? 0)
      }
    }
    return number
  }

  /// The id that a number was made of.
  package init(number: UInt64) {
    var day = Int(number >> 30)
    description = String(unsafeUninitializedCapacity: 13) { bytes in
      for place in (0..<6).reversed() {
        bytes[place] = UInt8(ascii: "0") + UInt8(day % 10)
        day /= 10
      }
      bytes[6] = UInt8(ascii: "-")
      for place in 0..<6 {
        bytes[7 + place] = Crockford.lower[Int(number >> ((5 - place) * 5)) & 31]
      }
      return 13
    }
  }
}

/// What a person typed for a ticket: an id, the beginning of one, or the beginning of its random
/// part; any case, with or without `#`, and `o`, `i`, `l` for `0`, `1`, `1`.
package struct TicketReference: Hashable, Sendable {
  package let typed: String
  /// The text in canonical characters.
  package let canonical: String

  package init?(_ typed: String) {
    let word = typed.hasPrefix("#") ? typed.dropFirst() : Substring(typed)
    var canonical: [UInt8] = []
    for byte in word.utf8 {
      if byte == UInt8(ascii: "-") {
        canonical.append(byte)
      } else {
        guard let value = Crockford.value(of: byte) else { return nil }
        canonical.append(Crockford.lower[Int(value)])
      }
    }
    guard (1...13).contains(canonical.count) else { return nil }
    self.typed = typed
    self.canonical = String(decoding: canonical, as: UTF8.self)
  }

  /// The id itself where the whole of it was typed.
  package var whole: TicketID? { TicketID(canonical) }

  package func matches(_ id: TicketID) -> Bool {
    id.description.hasPrefix(canonical) || id.name.hasPrefix(canonical)
  }
}

extension TicketReference {
  /// The ids that a reference means, as numbers: those that agree with one of two beginnings.
  package struct Numbers: Sendable {
    /// The bits of a number that count, and what they have to be; nil where no day begins so.
    fileprivate var day: (from: UInt64, to: UInt64)?
    fileprivate var name: (shift: UInt64, bits: UInt64)?

    /// Whether the reference means the id with this number.
    package func match(_ id: UInt64) -> Bool {
      if let day, day.from <= id, id < day.to { return true }
      return name.map { (id & (1 << 30 - 1)) >> $0.shift == $0.bits } ?? false
    }
  }

  package var numbers: Numbers { Numbers(canonical) }
}

extension TicketReference.Numbers {
  fileprivate init(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    if parts.count == 1 { name = Self.name(parts[0]) }
    guard parts.count <= 2, parts[0].count <= 6, parts.count == 1 || parts[0].count == 6,
      parts[0].allSatisfy({ (0x30...0x39).contains($0) })
    else { return }
    let digits = parts[0].reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
    let scale = (parts[0].count..<6).reduce(UInt64(1)) { scale, _ in scale * 10 }
    day = (digits * scale << 30, (digits + 1) * scale << 30)
    guard parts.count == 2, let name = Self.name(parts[1]) else { return }
    day = (
      digits << 30 | name.bits << name.shift, digits << 30 + (name.bits + 1) << name.shift
    )
  }

  /// Nil for more characters than an id has.
  private static func name(_ text: Substring.UTF8View.SubSequence) -> (shift: UInt64, bits: UInt64)?
  {
    guard text.count <= 6 else { return nil }
    let bits = text.reduce(UInt64(0)) { $0 << 5 | UInt64(Crockford.value(of: $1) ?? 0) }
    return (UInt64(30 - text.count * 5), bits)
  }
}
