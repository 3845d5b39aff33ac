import Platform
import TextSearch

/// A file of the index that is too large to be read as a whole: it lies in the system's cache, and each
/// block of it is checked when it is first looked at.
///
///     the bytes
///     u32 x blocks     the check of each 4 KB of them
///     u64              the number of bytes
///
/// The name of the file ends with the check of what follows the bytes, so that a file of another
/// length, or with other checks, does not fit its name. One thread at a time uses a value of this.
final class SealedFile: TextSource, @unchecked Sendable {
  private static let block = 4096
  private static let tail = 8

  private let file: MappedFile
  /// The number of bytes without what follows them.
  let count: Int
  private var isSound: [UInt64]

  /// Throws where the file is not what its name says.
  init(_ path: String, check: String) throws(IndexDamage) {
    // The index is never needed: what cannot be read for whatever reason is as good as lost.
    guard let file = try? MappedFile(path) else { throw IndexDamage() }
    self.file = file
    let size = file.bytes.count
    guard size >= Self.tail else { throw IndexDamage() }
    let count = UInt64(
      littleEndian: file.bytes.loadUnaligned(fromByteOffset: size - Self.tail, as: UInt64.self))
    guard count <= UInt64(size), Self.size(of: Int(count)) == size,
      Self.name(of: UnsafeRawBufferPointer(rebasing: file.bytes[Int(count)...])) == check
    else { throw IndexDamage() }
    self.count = Int(count)
    isSound = Array(repeating: 0, count: (Self.blocks(Int(count)) + 63) / 64)
  }

  private static func blocks(_ count: Int) -> Int { (count + block - 1) / block }
  private static func size(of count: Int) -> Int { count + 4 * blocks(count) + tail }

  private static func name(of tail: UnsafeRawBufferPointer) -> String {
    let digits = String(BlockCheck.checksum(tail), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The bytes with what follows them, and the check that belongs into the name.
  static func sealed(_ bytes: [UInt8]) -> (bytes: [UInt8], check: String) {
    var writer = ByteWriter()
    bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: block) {
        let end = min(start + block, bytes.count)
        let check = BlockCheck.checksum(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        writer.put(UInt32(truncatingIfNeeded: check))
      }
    }
    writer.put(UInt64(bytes.count))
    let check = writer.bytes.withUnsafeBytes { name(of: $0) }
    return (bytes + writer.bytes, check)
  }

  /// Some of the bytes, which stay where they are as long as this value lives.
  func bytes(_ range: Range<Int>) throws -> UnsafeRawBufferPointer {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw IndexDamage() }
    if !range.isEmpty {
      for block in range.lowerBound / Self.block...(range.upperBound - 1) / Self.block
      where isSound[block >> 6] >> UInt64(block & 63) & 1 == 0 {
        try check(block)
      }
    }
    return UnsafeRawBufferPointer(rebasing: file.bytes[range])
  }

  private func check(_ block: Int) throws(IndexDamage) {
    let start = block * Self.block
    let bytes = file.bytes[start..<min(start + Self.block, count)]
    let check = BlockCheck.checksum(UnsafeRawBufferPointer(rebasing: bytes))
    let expected = file.bytes.loadUnaligned(fromByteOffset: count + 4 * block, as: UInt32.self)
    guard UInt32(littleEndian: expected) == UInt32(truncatingIfNeeded: check) else {
      throw IndexDamage()
    }
    isSound[block >> 6] |= 1 << UInt64(block & 63)
  }
}

extension SealedFile {
  /// One number of a table of them that begins at `start`.
  func number<Number: FixedWidthInteger>(
    _ place: Int, at start: Int, as type: Number.Type = Number.self
  ) throws -> Number {
    let size = MemoryLayout<Number>.size
    let first = start + place * size
    let bytes = try bytes(first..<first + size)
    return Number(littleEndian: bytes.loadUnaligned(as: Number.self))
  }
}
