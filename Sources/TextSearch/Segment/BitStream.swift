/// Writes numbers of any width into zeroed bytes, the highest bit first.
struct BitWriter {
  /// Eight more than are written.
  let bytes: UnsafeMutableRawPointer
  /// Where the next number begins, in bits.
  var offset: Int

  @inline(__always)
  mutating func write(_ number: UInt32, width: Int) {
    let place = bytes + offset >> 3
    let old = UInt64(bigEndian: place.loadUnaligned(as: UInt64.self))
    let new = old | UInt64(number) << UInt64(64 - width - offset & 7)
    place.storeBytes(of: new.bigEndian, as: UInt64.self)
    offset += width
  }
}

/// Reads what a `BitWriter` wrote, and never past the end.
struct BitReader {
  private let bytes: UnsafeRawBufferPointer
  /// Where the next number begins, in bits.
  private(set) var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// A number of at most 32 bits.
  @inline(__always)
  mutating func read(width: Int) throws(TextDamage) -> UInt32 {
    guard width <= bytes.count << 3 - offset else { throw TextDamage() }
    let window = window
    offset += width
    return width == 0 ? 0 : UInt32(truncatingIfNeeded: window >> UInt64(64 - width))
  }

  /// The number of zeros before the next one, at most 32.
  @inline(__always)
  mutating func zeros() throws(TextDamage) -> Int {
    let count = window.leadingZeroBitCount
    guard count <= 32, count < bytes.count << 3 - offset else { throw TextDamage() }
    offset += count
    return count
  }

  /// The next bits, at least 57 of them, and zeros after the end.
  @inline(__always)
  private var window: UInt64 {
    let start = offset >> 3
    if start + 8 <= bytes.count {
      let all = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      return all << UInt64(offset & 7)
    }
    var window: UInt64 = 0
    for place in start..<start + 8 {
      window = window << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
    }
    return window << UInt64(offset & 7)
  }
}
