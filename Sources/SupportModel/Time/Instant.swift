/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }
  package init(seconds: Int) { milliseconds = Int64(seconds) * 1000 }

  /// Midnight UTC at the beginning of a day.
  package init(_ date: CivilDate) { milliseconds = Int64(date.dayNumber) * 86_400_000 }

  /// The last one that RFC 3339 can write: the end of the year 9999.
  package static let latest = Instant(milliseconds: 253_402_300_799_999)

  /// The UTC day the point lies in.
  package var date: CivilDate { CivilDate(dayNumber: Int(floorDivision(milliseconds, 86_400_000))) }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package static func + (left: Instant, right: TimeSpan) -> Instant {
    Instant(milliseconds: left.milliseconds + right.milliseconds)
  }

  package static func - (left: Instant, right: TimeSpan) -> Instant {
    Instant(milliseconds: left.milliseconds - right.milliseconds)
  }

  package static func - (left: Instant, right: Instant) -> TimeSpan {
    TimeSpan(milliseconds: left.milliseconds - right.milliseconds)
  }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC with milliseconds: `2026-11-20T10:00:00.123Z`.
  package var description: String {
    let date = date
    let text = String(unsafeUninitializedCapacity: 24) { write(date, to: $0) }
    guard !(0..<10_000).contains(date.year) else { return text }
    return padded(date.year, to: 4) + text.dropFirst(4)
  }

  /// Appends the description, for those who write a million of them.
  package func write(to bytes: inout [UInt8]) { bytes.append(contentsOf: description.utf8) }

  /// Writes the description with the last four digits of the year. Returns how long it is.
  private func write(_ date: CivilDate, to text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let inDay = Int(milliseconds - floorDivision(milliseconds, 86_400_000) * 86_400_000)
    var end = 0
    func put(_ number: Int, _ width: Int, then last: Unicode.Scalar) {
      var rest = number
      for place in (end..<end + width).reversed() {
        text[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      text[end + width] = UInt8(ascii: last)
      end += width + 1
    }
    put(abs(date.year), 4, then: "-")
    put(date.month, 2, then: "-")
    put(date.day, 2, then: "T")
    put(inDay / 3_600_000, 2, then: ":")
    put(inDay / 60_000 % 60, 2, then: ":")
    put(inDay / 1000 % 60, 2, then: ".")
    put(inDay % 1000, 3, then: "Z")
    return end
  }
}

extension Instant {
  /// Reads RFC 3339 (`2026-11-20T10:00:00.123+01:00`); the time may lack seconds, or be absent for
  /// midnight UTC. A time without a zone is UTC.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let instant = text.withUTF8({ Instant(utf8: $0) }) else { return nil }
    self = instant
  }

  /// The same, of text that is still bytes.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = DigitScanner(bytes: bytes)
    guard let year = scanner.number(4), scanner.take("-"), let month = scanner.number(2),
      scanner.take("-"), let day = scanner.number(2)
    else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    guard date.exists else { return nil }
    self.init(date)
    if scanner.isAtEnd { return }
    guard scanner.take("T") || scanner.take("t") || scanner.take(" "),
      let time = scanner.timeOfDay(), let offset = scanner.zoneOffset(), scanner.isAtEnd
    else { return nil }
    milliseconds += time - offset
  }
}

func floorDivision<Number: BinaryInteger>(_ number: Number, _ divisor: Number) -> Number {
  let quotient = number / divisor
  return number % divisor < 0 ? quotient - 1 : quotient
}

/// Takes digits and signs off the front of a date.
private struct DigitScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  mutating func digit() -> Int? {
    guard at < bytes.count, (0x30...0x39).contains(bytes[at]) else { return nil }
    at += 1
    return Int(bytes[at - 1]) - 0x30
  }

  mutating func number(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// Milliseconds since midnight. A leap second counts as the second before it.
  mutating func timeOfDay() -> Int64? {
    guard let hour = number(2), hour < 24, take(":"), let minute = number(2), minute < 60
    else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    if take(":") {
      guard let second = number(2), second <= 60 else { return nil }
      milliseconds += min(second, 59) * 1000
      if take(".") {
        guard let fraction = fraction() else { return nil }
        milliseconds += fraction
      }
    }
    return Int64(milliseconds)
  }

  private mutating func fraction() -> Int? {
    guard var value = digit() else { return nil }
    var count = 1
    while let digit = digit() {
      if count < 3 { value = value * 10 + digit }
      count += 1
    }
    for _ in min(count, 3)..<3 { value *= 10 }
    return value
  }

  /// Milliseconds east of Greenwich.
  mutating func zoneOffset() -> Int64? {
    if isAtEnd || take("Z") || take("z") { return 0 }
    let sign: Int64 = take("-") ? -1 : 1
    guard sign < 0 || take("+"), let hours = number(2), hours < 24 else { return nil }
    _ = take(":")
    guard let minutes = number(2), minutes < 60 else { return nil }
    return sign * Int64(hours * 60 + minutes) * 60_000
  }
}
