/// Takes numbers and texts out of the bytes of a `ByteWriter`. Bytes that end too early are not what
/// was written.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

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
    // Made like this, a short text of ASCII is copied in one piece.
    return String(unsafeUninitializedCapacity: count) { text in
      UnsafeMutableRawBufferPointer(text).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[place..<place + count]))
      return count
    }
  }

  /// Takes a text; whether it is this one.
  mutating func take(equals text: String) throws(IndexDamage) -> Bool {
    let count = Int(try take(UInt32.self))
    guard bytes.count - place >= count else { throw IndexDamage() }
    defer { place += count }
    return bytes[place..<place + count].elementsEqual(text.utf8)
  }
}
