import Platform
import SupportModel

/// The name of one file of the event log below `events/`: `2026/11/20-4kx9.jsonl`.
package struct LogFile: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  package init(_ date: CivilDate, replica: String) {
    description =
      "\(padded(date.year, to: 4))/\(padded(date.month, to: 2))/\(padded(date.day, to: 2))"
      + "-\(replica).jsonl"
  }

  /// Takes the name apart; nil for a file that is not a log's.
  package init?(month: String, name: String) {
    let text = month + "/" + name
    guard month.utf8.count == 7, name.hasSuffix(".jsonl"), name.utf8.count > 9,
      let date = Self.date(text.utf8), date.exists,
      // What stands for bytes that are not UTF-8: no path leads back to such a file.
      !name.unicodeScalars.contains("\u{FFFD}")
    else { return nil }
    description = text
  }

  /// The day in `2026/11/20-`, which may be none that exists.
  private static func date(_ name: String.UTF8View) -> CivilDate? {
    var numbers = (0, 0, 0)
    for (place, byte) in name.prefix(11).enumerated() {
      switch (place, byte) {
      case (4, UInt8(ascii: "/")), (7, UInt8(ascii: "/")), (10, UInt8(ascii: "-")): break
      case (..<4, 0x30...0x39): numbers.0 = numbers.0 * 10 + Int(byte - 0x30)
      case (5...6, 0x30...0x39): numbers.1 = numbers.1 * 10 + Int(byte - 0x30)
      case (8...9, 0x30...0x39): numbers.2 = numbers.2 * 10 + Int(byte - 0x30)
      default: return nil
      }
    }
    return CivilDate(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// `2026/11`
  package var month: Substring { description.prefix(7) }
  package var name: Substring { description.dropFirst(8) }
  package var replica: Substring { name.dropFirst(3).dropLast(6) }

  /// The UTC day, by the hybrid clock, on which the file was begun.
  package var date: CivilDate {
    guard let date = Self.date(description.utf8) else { preconditionFailure("checked by init") }
    return date
  }

  package static func < (left: LogFile, right: LogFile) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}
