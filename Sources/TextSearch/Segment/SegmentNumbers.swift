/// Numbers in bytes: of a fixed width with the least byte first, or in groups of seven bits, the
/// least first, with the eighth bit set on all but the last (LEB128).
extension [UInt8] {
  mutating func append(number: Int) {
    var rest = UInt(bitPattern: number)
    while rest > 0x7F {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  mutating func append(fixed number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

extension UnsafeRawBufferPointer {
  /// The number of a fixed width at an offset that is known to be good.
  @inline(__always)
  func fixed<Number: FixedWidthInteger>(_: Number.Type, at offset: Int) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  /// A part whose bounds are known to be good.
  @inline(__always)
  func cut(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: self[range])
  }
}

/// Reads numbers one after the other, and never past the end.
struct ByteCursor {
  let bytes: UnsafeRawBufferPointer
  var offset = 0

  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Goes past some bytes and returns where they begin.
  @inline(__always)
  private mutating func take(_ count: Int) throws(TextDamage) -> Int {
    guard offset >= 0, offset <= bytes.count, count <= bytes.count - offset else {
      throw TextDamage()
    }
    defer { offset += count }
    return offset
  }

  @inline(__always)
  mutating func byte() throws(TextDamage) -> UInt8 { bytes[try take(1)] }

  mutating func run(_ count: Int) throws(TextDamage) -> UnsafeRawBufferPointer {
    let start = try take(count)
    return bytes.cut(start..<start + count)
  }

  mutating func fixed<Number: FixedWidthInteger>(
    _ type: Number.Type
  ) throws(TextDamage) -> Number {
    bytes.fixed(type, at: try take(MemoryLayout<Number>.size))
  }

  /// A number below 2^56, in groups of seven bits.
  @inline(__always)
  mutating func number() throws(TextDamage) -> Int {
    let first = try byte()
    if first < 0x80 { return Int(first) }
    var (number, shift) = (Int(first & 0x7F), 7)
    while shift < 56 {
      let next = try byte()
      number |= Int(next & 0x7F) << shift
      if next < 0x80 { return number }
      shift += 7
    }
    throw TextDamage()
  }
}
