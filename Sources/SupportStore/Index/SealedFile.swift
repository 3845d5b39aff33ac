import Platform
import TextSearch

/// A file of the index that is too large to be read as a whole: each block of it is checked when it is
/// first looked at.
///
///     the bytes
///     u32 x blocks     the check of each 4 KB of them
///     u64              the number of bytes
///
/// The name of the file ends with the check of what follows the bytes, so that a file of another
/// length, or with other checks, does not fit its name. One thread at a time uses a value of this.
final class SealedFile: TextSource, @unchecked Sendable {
  /// How its bytes come into memory.
  enum Access {
    /// By mapping the file, which is fastest for a look at a few places.
    case mapped
    /// By reading each block, which takes least memory where much is looked at.
    case read
  }

  private enum Storage {
    case mapped(MappedFile)
    case read(PartlyReadFile)
  }

  private static let block = 4096
  private static let tail = 8

  private let storage: Storage
  /// All of the file; where it is read, what was read of it.
  private let whole: UnsafeRawBufferPointer
  /// The number of bytes without what follows them.
  let count: Int
  private var isSound: [UInt64]

  /// Throws where the file is not what its name says.
  init(_ path: String, check: String, _ access: Access = .mapped) throws(IndexDamage) {
    // The index is never needed: what cannot be read for whatever reason is as good as lost.
    do {
      switch access {
      case .mapped:
        let file = try MappedFile(path)
        (storage, whole) = (.mapped(file), file.bytes)
      case .read:
        let file = try PartlyReadFile(path)
        (storage, whole) = (.read(file), file.bytes)
      }
    } catch { throw IndexDamage() }
    guard whole.count >= Self.tail else { throw IndexDamage() }
    let blocks = (whole.count - Self.tail + Self.block + 3) / (Self.block + 4)
    count = whole.count - Self.tail - 4 * blocks
    isSound = Array(repeating: 0, count: (blocks + 63) / 64)
    guard count >= 0, Self.blocks(count) == blocks else { throw IndexDamage() }
    try bring(count..<whole.count)
    let size = whole.loadUnaligned(fromByteOffset: whole.count - Self.tail, as: UInt64.self)
    guard UInt64(littleEndian: size) == UInt64(count),
      Self.name(of: UnsafeRawBufferPointer(rebasing: whole[count...])) == check
    else { throw IndexDamage() }
  }

  private func bring(_ range: Range<Int>) throws(IndexDamage) {
    guard case .read(let file) = storage else { return }
    do { try file.read(range) } catch { throw IndexDamage() }
  }

  private static func blocks(_ count: Int) -> Int { (count + block - 1) / block }

  private static func name(of tail: UnsafeRawBufferPointer) -> String {
    let digits = String(BlockCheck.checksum(tail), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The bytes with what follows them, and the check that belongs into the name.
  static func sealed(_ bytes: consuming [UInt8]) -> (bytes: [UInt8], check: String) {
    // A segment is large: there is not to be a second one.
    var sealed = bytes
    var writer = ByteWriter()
    sealed.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: block) {
        let end = min(start + block, bytes.count)
        let check = BlockCheck.checksum(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        writer.put(UInt32(truncatingIfNeeded: check))
      }
    }
    writer.put(UInt64(sealed.count))
    sealed += writer.bytes
    return (sealed, writer.bytes.withUnsafeBytes { name(of: $0) })
  }

  /// Some of the bytes, which stay where they are as long as this value lives.
  func bytes(_ range: Range<Int>) throws -> UnsafeRawBufferPointer {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw IndexDamage() }
    if !range.isEmpty {
      var block = range.lowerBound / Self.block
      let last = (range.upperBound - 1) / Self.block
      while block <= last {
        let first = block
        while block <= last, !isKnown(block) { block += 1 }
        if first < block { try check(first..<block) } else { block += 1 }
      }
    }
    return UnsafeRawBufferPointer(rebasing: whole[range])
  }

  private func isKnown(_ block: Int) -> Bool {
    isSound[block >> 6] >> UInt64(block & 63) & 1 != 0
  }

  private func check(_ blocks: Range<Int>) throws(IndexDamage) {
    try bring(blocks.lowerBound * Self.block..<min(blocks.upperBound * Self.block, count))
    for block in blocks {
      let start = block * Self.block
      let bytes = whole[start..<min(start + Self.block, count)]
      let check = BlockCheck.checksum(UnsafeRawBufferPointer(rebasing: bytes))
      let expected = whole.loadUnaligned(fromByteOffset: count + 4 * block, as: UInt32.self)
      guard UInt32(littleEndian: expected) == UInt32(truncatingIfNeeded: check) else {
        throw IndexDamage()
      }
      isSound[block >> 6] |= 1 << UInt64(block & 63)
    }
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
