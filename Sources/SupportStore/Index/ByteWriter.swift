/// Puts numbers and texts into bytes, the lowest byte first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The length in bytes, then the bytes.
  mutating func put(_ text: String) {
    put(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}

/// Takes them out again. Bytes that end too early are not what was written.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func take<Number: FixedWidthInteger>(
    _ type: Number.Type = Number.self
  ) throws(IndexDamage) -> Number {
    let size = MemoryLayout<Number>.size
    guard bytes.count - place >= size else { throw IndexDamage() }
    defer { place += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Number.self))
  }

  mutating func takeText() throws(IndexDamage) -> String {
    let count = Int(try take(UInt32.self))
    guard bytes.count - place >= count else { throw IndexDamage() }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }
}

/// A file of the index is not what was written, or is gone: the index is made anew.
struct IndexDamage: Error {}
