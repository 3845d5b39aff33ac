/// A ULID: 48 bits of time in milliseconds, then 80 bits of chance, written as 26 characters.
///
/// Events are ordered by it. Its time is a hybrid logical clock's (see `HybridClock`), not simply
/// the wall clock's.
package struct EventID: Hashable, Comparable, Sendable {
  package var bits: UInt128

  package init(bits: UInt128) { self.bits = bits }

  package init(time: Instant, chance: UInt128) {
    bits =
      UInt128(UInt64(max(0, time.milliseconds)) & 0xFFFF_FFFF_FFFF) << 80
      | chance & Self.chanceMask
  }

  static let chanceMask: UInt128 = (1 << 80) - 1

  /// The ids of events are of earlier times than this, the year 9999: later ones could not be
  /// followed by any whose day has a name, and nobody could write to a desk that holds one.
  package static let end = Instant(CivilDate(year: 9999, month: 1, day: 1))

  package var time: Instant { Instant(milliseconds: Int64(bits >> 80)) }
  package var chance: UInt128 { bits & Self.chanceMask }

  package static func < (left: EventID, right: EventID) -> Bool { left.bits < right.bits }
}

extension EventID: CustomStringConvertible {
  package init?(_ text: String) {
    var text = text
    guard let bits = text.withUTF8(Self.bits) else { return nil }
    self.bits = bits
  }

  /// The same of the bytes of a text.
  package init?(digits: ArraySlice<UInt8>) {
    guard let bits = digits.withUnsafeBufferPointer(Self.bits) else { return nil }
    self.bits = bits
  }

  private static func bits(_ digits: UnsafeBufferPointer<UInt8>) -> UInt128? {
    // Of 26 digits of five bits each, the first one has three.
    guard digits.count == 26, Crockford.value(of: digits[0]).map({ $0 < 8 }) == true else {
      return nil
    }
    // Words of 64 bits, which have room for twelve digits, are shifted faster.
    guard let high = number(digits[..<2]), let middle = number(digits[2..<14]),
      let low = number(digits[14...])
    else { return nil }
    return UInt128(high) << 120 | UInt128(middle) << 60 | UInt128(low)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
    var number: UInt64 = 0
    for digit in digits {
      guard let value = Crockford.value(of: digit) else { return nil }
      number = number << 5 | UInt64(value)
    }
    return number
  }

  package var description: String {
    String(unsafeUninitializedCapacity: 26) { text in
      var rest = bits
      for place in (0..<26).reversed() {
        text[place] = Crockford.upper[Int(truncatingIfNeeded: rest) & 31]
        rest >>= 5
      }
      return 26
    }
  }
}

/// Makes event ids that always rise: the time is the wall clock's, but never before the newest
/// event seen, so that a clone with a slow clock still orders after what it has read.
///
/// After Kulkarni et al., "Logical Physical Clocks" (2014), with the ULID's chance part as the
/// logical counter: it grows by a random step, so that two clones counting on from the same event
/// do not meet. A clock that was never set counts as standing at the year 2000, where the days of
/// ticket ids begin: no event is ever filed before the day of its ticket.
package struct HybridClock: Sendable {
  package private(set) var newest: EventID?

  package init(newest: EventID?) { self.newest = newest }

  package mutating func next(
    at wallClock: Instant, using generator: inout some RandomNumberGenerator
  ) -> EventID {
    // Half of the range stays free above a fresh id for those that count on from it.
    let chance =
      (UInt128(generator.next()) << 64 | UInt128(generator.next())) & EventID.chanceMask >> 1
    var id = EventID(time: max(wallClock, TicketID.firstDay), chance: chance)
    if let newest, id.time <= newest.time {
      let step = UInt128(generator.next() >> 1) + 1
      id =
        newest.chance + step <= EventID.chanceMask
        ? EventID(bits: newest.bits + step)
        : EventID(time: newest.time + TimeSpan(milliseconds: 1), chance: chance)
    }
    newest = id
    return id
  }
}
