import Platform

/// What follows the bytes of a sealed file: a check of each block of them, and a check of each group of
/// those. The latter are few, and all that is read of a file before anything of it is looked at.
///
///     u32 x blocks     the check of each 4 KB of the bytes
///     u32 x groups     the check of each 128 of those
///     u64              the number of the bytes
///
/// The name of the file ends with the check of what follows the first of the three, so that a file of
/// another length, or with other checks, does not fit its name.
struct BlockChecks {
  /// The number of bytes of a block; the last one may have fewer.
  static let block = 4096
  /// So many blocks are a group.
  private static let group = 128
  /// What the number of the bytes takes, in halves of it.
  private static let size = 2

  /// The number of bytes that are checked.
  let count: Int
  private let file: SeekableFile
  /// The checks of the groups and the number of the bytes, as they lie in the file.
  private let foot: [UInt32]
  /// The checks of the blocks whose groups were read, as they lie in the file.
  private var known: [UInt32] = []
  /// Where those of each group begin among the known ones; -1 where they were not read.
  private var starts: [Int32]

  /// Throws where the file is not what the end of its name says.
  init(_ file: SeekableFile, name: String) throws {
    let end = file.size - 4 * Self.size
    guard end >= 0 else { throw IndexDamage() }
    let groups = Self.parts(end, of: Self.group * (Self.block + 4) + 4)
    let blocks = Self.parts(end - 4 * groups, of: Self.block + 4)
    let count = end - 4 * groups - 4 * blocks
    guard count >= 0, Self.parts(count, of: Self.block) == blocks else { throw IndexDamage() }
    let foot = try file.words(groups + Self.size, at: count + 4 * blocks)
    let number = foot.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: 4 * groups, as: UInt64.self)
    }
    guard UInt64(littleEndian: number) == UInt64(count), Self.name(of: foot) == name else {
      throw IndexDamage()
    }
    (self.file, self.count, self.foot) = (file, count, foot)
    starts = Array(repeating: -1, count: groups)
  }

  /// Throws where some bytes are not those of the blocks that were sealed.
  mutating func check(
    _ bytes: UnsafeRawBufferPointer, of blocks: Range<Int>
  ) throws(IndexDamage) {
    for block in blocks {
      let start = (block - blocks.lowerBound) * Self.block
      let part = bytes[start..<min(start + Self.block, bytes.count)]
      guard try stored(block) == Self.check(UnsafeRawBufferPointer(rebasing: part)) else {
        throw IndexDamage()
      }
    }
  }

  /// The check that the file has of a block.
  private mutating func stored(_ block: Int) throws(IndexDamage) -> UInt32 {
    let group = block / Self.group
    if starts[group] < 0 { try read(group) }
    return UInt32(littleEndian: known[Int(starts[group]) + block % Self.group])
  }

  private mutating func read(_ group: Int) throws(IndexDamage) {
    let first = group * Self.group
    let blocks = Self.parts(count, of: Self.block)
    guard
      let checks = try? file.words(min(Self.group, blocks - first), at: count + 4 * first),
      checks.withUnsafeBytes(Self.check) == UInt32(littleEndian: foot[group])
    else { throw IndexDamage() }
    starts[group] = Int32(known.count)
    known += checks
  }

  // MARK: Sealing

  /// The bytes with what follows them, and the end of the name of a file that holds them.
  static func sealed(_ bytes: consuming [UInt8]) -> (bytes: [UInt8], name: String) {
    // A segment is large: there is not to be a second one.
    var sealed = bytes
    let count = sealed.count
    let blocks = sealed.withUnsafeBytes { checks(of: $0, each: block) }
    var foot = blocks.withUnsafeBytes { checks(of: $0, each: 4 * group) }
    let number = UInt64(count)
    foot += [UInt32(truncatingIfNeeded: number).littleEndian, UInt32(number >> 32).littleEndian]
    for words in [blocks, foot] { words.withUnsafeBytes { sealed += $0 } }
    return (sealed, name(of: foot))
  }

  /// The checks of parts of some bytes, as they lie in a file.
  private static func checks(of bytes: UnsafeRawBufferPointer, each size: Int) -> [UInt32] {
    stride(from: 0, to: bytes.count, by: size).map { start in
      let part = bytes[start..<min(start + size, bytes.count)]
      return check(UnsafeRawBufferPointer(rebasing: part)).littleEndian
    }
  }

  private static func check(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    UInt32(truncatingIfNeeded: BlockCheck.checksum(bytes))
  }

  private static func name(of foot: [UInt32]) -> String {
    let digits = String(foot.withUnsafeBytes(BlockCheck.checksum), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// How many parts of a size some bytes have, with the last one, which may be smaller.
  private static func parts(_ count: Int, of size: Int) -> Int { (count + size - 1) / size }
}

extension SeekableFile {
  /// Some words from a place on, as they lie there.
  fileprivate func words(_ count: Int, at place: Int) throws -> [UInt32] {
    try Array(unsafeUninitializedCapacity: count) { words, filled in
      try read(UnsafeMutableRawBufferPointer(words), at: place)
      filled = count
    }
  }
}
