/// CRC-32C (Castagnoli, RFC 3720 appendix B.4), eight bytes a step (Intel's "slicing-by-8").
package enum CRC32C {
  package static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    if let fast = bytes.withContiguousStorageIfAvailable({ checksum($0, after: 0) }) { return fast }
    return checksum(Array(bytes))
  }

  /// The checksum in eight hexadecimal digits.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    text(of: checksum(bytes))
  }

  static func text(of checksum: UInt32) -> String {
    String(unsafeUninitializedCapacity: 8) { text in
      for place in 0..<8 {
        let digit = UInt8(checksum >> (28 - 4 * place) & 15)
        text[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 8
    }
  }

  /// The checksum of bytes that follow on those which another checksum is of.
  static func checksum(_ bytes: UnsafeBufferPointer<UInt8>, after before: UInt32) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(bytes)
    return tables.withUnsafeBufferPointer { table in
      var crc = ~before
      var place = 0
      while place + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let low = crc ^ UInt32(truncatingIfNeeded: UInt64(littleEndian: word))
        let high = UInt32(truncatingIfNeeded: UInt64(littleEndian: word) >> 32)
        crc =
          table[1792 + Int(low & 0xFF)] ^ table[1536 + Int(low >> 8 & 0xFF)]
          ^ table[1280 + Int(low >> 16 & 0xFF)] ^ table[1024 + Int(low >> 24)]
          ^ table[768 + Int(high & 0xFF)] ^ table[512 + Int(high >> 8 & 0xFF)]
          ^ table[256 + Int(high >> 16 & 0xFF)] ^ table[Int(high >> 24)]
        place += 8
      }
      while place < bytes.count {
        crc = table[Int((crc ^ UInt32(bytes[place])) & 0xFF)] ^ crc >> 8
        place += 1
      }
      return ~crc
    }
  }

  /// Eight tables of 256: table k is the effect of a byte that stands k places before the end.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 2048)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
      tables[byte] = crc
    }
    for place in 256..<2048 {
      let before = tables[place - 256]
      tables[place] = tables[Int(before & 0xFF)] ^ before >> 8
    }
    return tables
  }()
}
