/// A length of time in milliseconds; negative when it points back.
package struct TimeSpan: Hashable, Comparable, Sendable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }
  package init(seconds: Int) { milliseconds = Int64(seconds) * 1000 }

  package static let zero = TimeSpan(milliseconds: 0)
  package static let day = TimeSpan(seconds: 86_400)

  /// Whole seconds, rounded down.
  package var seconds: Int { Int(floorDivision(milliseconds, 1000)) }

  package static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(milliseconds: left.milliseconds + right.milliseconds)
  }

  package static func - (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(milliseconds: left.milliseconds - right.milliseconds)
  }

  package static func * (span: TimeSpan, times: Int64) -> TimeSpan {
    TimeSpan(milliseconds: span.milliseconds * times)
  }

  package static prefix func - (span: TimeSpan) -> TimeSpan {
    TimeSpan(milliseconds: -span.milliseconds)
  }
}

extension TimeSpan {
  /// Reads `90m`, `1h30m`, `7d`, `2w`; a number alone counts seconds. At most a hundred thousand
  /// years, so that no sum of them overflows.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let span = text.withUTF8({ TimeSpan(utf8: $0) }) else { return nil }
    self = span
  }

  /// The same, of text that is still bytes.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    let longest = 3_200_000_000_000
    var total = 0
    var number: Int?
    for byte in bytes {
      if (0x30...0x39).contains(byte) {
        number = (number ?? 0) * 10 + Int(byte) - 0x30
      } else {
        guard let unit = Self.seconds(in: byte), let count = number else { return nil }
        total += count * unit
        number = nil
      }
      guard number ?? 0 <= longest, total <= longest else { return nil }
    }
    if let number {
      guard total == 0 else { return nil }
      total = number
    } else if bytes.isEmpty {
      return nil
    }
    self.init(seconds: total)
  }

  private static func seconds(in unit: UInt8) -> Int? {
    switch unit {
    case UInt8(ascii: "s"): 1
    case UInt8(ascii: "m"): 60
    case UInt8(ascii: "h"): 3600
    case UInt8(ascii: "d"): 86_400
    case UInt8(ascii: "w"): 604_800
    default: nil
    }
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The two largest units that say something: `2d 3h`, `15m`, `40s`, `0s`.
  package var description: String {
    let total = abs(milliseconds) / 1000
    let parts = [
      (total / 86_400, "d"), (total / 3600 % 24, "h"), (total / 60 % 60, "m"), (total % 60, "s"),
    ]
    guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0s" }
    let shown = parts[first...].prefix(2).filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    return (milliseconds < 0 ? "-" : "") + shown.joined(separator: " ")
  }
}

extension TimeSpan {
  /// `41h30m`, `1m30s`, `0s`: all of it, as it can be read again.
  package var exact: String {
    let total = abs(milliseconds)
    let (hours, minutes) = (total / 3_600_000, total / 60_000 % 60)
    let seconds = total / 1000 % 60
    var text = self < .zero ? "-" : ""
    if hours > 0 { text += "\(hours)h" }
    if minutes > 0 { text += "\(minutes)m" }
    if total % 1000 > 0 {
      text += "\(seconds).\(padded(Int(total % 1000), to: 3))s"
    } else if seconds > 0 || total == 0 {
      text += "\(seconds)s"
    }
    return text
  }
}
