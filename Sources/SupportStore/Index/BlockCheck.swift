/// A fast check of blocks of bytes: XXH64 with the seed 0 (Yann Collet, "xxHash fast digest algorithm",
/// version 0.1.1), of which files keep the lower half. No change of bytes that lie together in one of
/// its four lanes goes unnoticed but by chance.
enum BlockCheck {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard let start = bytes.baseAddress else { return avalanche(prime5) }
    var place = 0
    var hash: UInt64
    if bytes.count >= 32 {
      var (a, b, c, d) = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
      while place + 32 <= bytes.count {
        a = round(a, word(start, place))
        b = round(b, word(start, place + 8))
        c = round(c, word(start, place + 16))
        d = round(d, word(start, place + 24))
        place += 32
      }
      hash = turn(a, 1) &+ turn(b, 7) &+ turn(c, 12) &+ turn(d, 18)
      hash = merge(merge(merge(merge(hash, a), b), c), d)
    } else {
      hash = prime5
    }
    hash &+= UInt64(bytes.count)
    while place + 8 <= bytes.count {
      hash = turn(hash ^ round(0, word(start, place)), 27) &* prime1 &+ prime4
      place += 8
    }
    if place + 4 <= bytes.count {
      let half = start.loadUnaligned(fromByteOffset: place, as: UInt32.self)
      hash = turn(hash ^ UInt64(UInt32(littleEndian: half)) &* prime1, 23) &* prime2 &+ prime3
      place += 4
    }
    while place < bytes.count {
      hash = turn(hash ^ UInt64(bytes[place]) &* prime5, 11) &* prime1
      place += 1
    }
    return avalanche(hash)
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    turn(lane &+ word &* prime2, 31) &* prime1
  }

  private static func merge(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    (hash ^ round(0, lane)) &* prime1 &+ prime4
  }

  private static func turn(_ number: UInt64, _ bits: UInt64) -> UInt64 {
    number &<< bits | number &>> (64 &- bits)
  }

  private static func word(_ start: UnsafeRawPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  private static func avalanche(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ hash &>> 33) &* prime2
    hash = (hash ^ hash &>> 29) &* prime3
    return hash ^ hash &>> 32
  }
}
