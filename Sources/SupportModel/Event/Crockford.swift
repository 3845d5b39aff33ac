/// Crockford's base 32: digits and letters without i, l, o and u.
enum Crockford {
  static let upper = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  static let lower = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// The value of a digit as people write it: any case, `o` for 0, `i` and `l` for 1.
  static func value(of byte: UInt8) -> UInt8? {
    let value = values[Int(byte)]
    return value < 32 ? value : nil
  }

  /// The value of each byte; 255 for one that is no digit.
  private static let values = (UInt8.min...UInt8.max).map { digit($0) ?? 255 }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte | 0x20 {
    case UInt8(ascii: "o"): return 0
    case UInt8(ascii: "i"), UInt8(ascii: "l"): return 1
    default: break
    }
    let folded = byte >= 0x40 ? byte | 0x20 : byte
    return lower.firstIndex(of: folded).map(UInt8.init)
  }
}
