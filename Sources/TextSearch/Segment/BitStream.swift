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

  /// Writes the Exp-Golomb code of a number: the number and 2^order more, with a zero before it
  /// for each of its bits past the first `order` + 1.
  @inline(__always)
  mutating func write(_ number: UInt32, order: Int) {
    let width = ExpGolomb.width(number, order: order)
    write(number + 1 << UInt32(order), width: width)
  }
}

/// Reads what a `BitWriter` wrote, and never past the end.
struct BitReader {
  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  /// Where the next number begins, in bits.
  private var offset: Int

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    end = bytes.count << 3
    self.offset = offset
  }

  /// A number of 1 to 32 bits.
  @inline(__always)
  mutating func read(width: Int) throws(TextDamage) -> UInt32 {
    let window = window
    offset += width
    guard offset <= end else { throw TextDamage() }
    return UInt32(truncatingIfNeeded: window >> UInt64(64 - width))
  }

  /// The number of an Exp-Golomb code.
  @inline(__always)
  mutating func read(order: Int) throws(TextDamage) -> UInt32 {
    let window = window
    let width = 2 * window.leadingZeroBitCount + order + 1
    offset += width
    guard width <= ExpGolomb.longest, offset <= end else { throw TextDamage() }
    return UInt32(truncatingIfNeeded: window >> UInt64(64 - width)) &- 1 << UInt32(order)
  }

  /// The number of an Exp-Golomb code after a bit that says whether there is one.
  @inline(__always)
  mutating func readNext(order: Int) throws(TextDamage) -> UInt32? {
    let window = window
    let rest = window << 1
    let isLast = window >> 63 == 0
    let width = 2 * rest.leadingZeroBitCount + order + 1
    offset += isLast ? 1 : 1 + width
    guard width <= ExpGolomb.longest || isLast, offset <= end else { throw TextDamage() }
    if isLast { return nil }
    return UInt32(truncatingIfNeeded: rest >> UInt64(64 - width)) &- 1 << UInt32(order)
  }

  /// The next bits, at least 57 of them, and zeros after the end.
  @inline(__always)
  private var window: UInt64 {
    let start = offset >> 3
    if start + 8 <= bytes.count {
      let all = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      return all << UInt64(offset & 7)
    }
    return lastWindow
  }

  @inline(never)
  private var lastWindow: UInt64 {
    let start = offset >> 3
    var window: UInt64 = 0
    for place in start..<start + 8 {
      window = window << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
    }
    return window << UInt64(offset & 7)
  }
}

/// The lengths of Exp-Golomb codes.
enum ExpGolomb {
  /// More bits than the code of any number of 26 bits has.
  static let longest = 56
  static let largestOrder = 20

  @inline(__always)
  static func width(_ number: UInt32, order: Int) -> Int {
    2 * (32 - (number + 1 << UInt32(order)).leadingZeroBitCount) - order - 1
  }
}
