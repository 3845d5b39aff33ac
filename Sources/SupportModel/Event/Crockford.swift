/// Crockford's base 32: digits and letters without i, l, o and u.
enum Crockford {
  static let upper = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  static let lower = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The value of a digit as people write it: any case, `o` for 0, `i` and `l` for 1; nil for what is no
  /// digit. Every command reads ids, and most read few of them: a table would cost more to make.
  static func value(of byte: UInt8) -> UInt8? {
    if case UInt8(ascii: "0")...UInt8(ascii: "9") = byte { return byte - UInt8(ascii: "0") }
    guard byte >= UInt8(ascii: "A") else { return nil }
    let letter = byte | 0x20
    return switch letter {
    case UInt8(ascii: "a")...UInt8(ascii: "h"): letter - UInt8(ascii: "a") + 10
    case UInt8(ascii: "i"), UInt8(ascii: "l"): 1
    case UInt8(ascii: "j"), UInt8(ascii: "k"): letter - UInt8(ascii: "j") + 18
    case UInt8(ascii: "m"), UInt8(ascii: "n"): letter - UInt8(ascii: "m") + 20
    case UInt8(ascii: "o"): 0
    case UInt8(ascii: "p")...UInt8(ascii: "t"): letter - UInt8(ascii: "p") + 22
    case UInt8(ascii: "v")...UInt8(ascii: "z"): letter - UInt8(ascii: "v") + 27
    default: nil
    }
  }
}
