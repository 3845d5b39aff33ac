/// Puts numbers and texts into bytes, the lowest byte first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Makes room for so many bytes in all: an array that grows by itself takes up to twice its size.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func put<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Puts a number in the place of another one.
  mutating func set<Number: FixedWidthInteger>(_ number: Number, at place: Int) {
    withUnsafeBytes(of: number.littleEndian) {
      bytes.replaceSubrange(place..<place + $0.count, with: $0)
    }
  }

  mutating func put<Number: FixedWidthInteger>(_ numbers: [Number]) {
    bytes.reserveCapacity(bytes.count + numbers.count * MemoryLayout<Number>.size)
    for number in numbers { put(number) }
  }

  mutating func put(bytes more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// The length in bytes, then the bytes.
  mutating func put(_ text: String) {
    put(UInt32(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}
