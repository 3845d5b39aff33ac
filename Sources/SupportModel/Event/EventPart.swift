/// Which of the events of one transaction a line holds: the first of three, the second, the last.
/// They are acknowledged together, and a reader believes none of them before all are there.
///
/// In a line it is the last member before the checksum, so that it is read off the line's end:
///
///     {"id":...,"meta":{...},"part":[2,3],"crc":"9ae0daaf"}
package struct EventPart: Hashable, Sendable {
  /// From 1 to `count`.
  package let number: Int
  /// At least 2: an event that is alone says nothing.
  package let count: Int

  package init?(_ number: Int, of count: Int) {
    guard count >= 2, (1...count).contains(number) else { return nil }
    (self.number, self.count) = (number, count)
  }

  package var isLast: Bool { number == count }

  /// The part before this one.
  package var previous: EventPart? { EventPart(number - 1, of: count) }
}

extension EventPart {
  /// `[2,3]`
  package init?(json: JSON) {
    guard let numbers = json.array, numbers.count == 2, let number = numbers[0].integer,
      let count = numbers[1].integer
    else { return nil }
    self.init(number, of: count)
  }

  package var json: JSON { .array([.integer(Int64(number)), .integer(Int64(count))]) }

  /// The part as the last member of a line's object.
  var member: [UInt8] {
    var member = Self.start
    member += String(number).utf8
    member.append(UInt8(ascii: ","))
    member += String(count).utf8
    member.append(UInt8(ascii: "]"))
    return member
  }

  private static let start = Array(",\"part\":[".utf8)

  /// Reads the part off the end of a line, without its newline; nil where it has none. Whether the
  /// rest of the line is an event is not looked at.
  package init?(endOf line: ArraySlice<UInt8>) {
    var rest = line.dropLast(EventLine.tailLength)
    guard rest.popLast() == UInt8(ascii: "]"), let count = Self.number(atEndOf: &rest),
      rest.popLast() == UInt8(ascii: ","), let number = Self.number(atEndOf: &rest),
      rest.last == UInt8(ascii: "["), rest.suffix(Self.start.count) == Self.start[...]
    else { return nil }
    self.init(number, of: count)
  }

  /// Takes the digits off the end of some bytes; at most nine of them are a number.
  private static func number(atEndOf bytes: inout ArraySlice<UInt8>) -> Int? {
    let digits = bytes.suffix(10).reversed().prefix { (0x30...0x39).contains($0) }
    bytes.removeLast(digits.count)
    guard (1...9).contains(digits.count) else { return nil }
    return digits.reversed().reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
