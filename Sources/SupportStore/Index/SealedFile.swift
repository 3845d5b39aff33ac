import Platform
import TextSearch

/// A file of the index that is too large to be read as a whole: each block of it is checked when it is
/// first looked at, by what `BlockChecks` says follows the bytes. One thread at a time uses a value of
/// this.
final class SealedFile: TextSource, @unchecked Sendable {
  /// How much of a file is likely to be looked at.
  enum Access {
    /// A few places: what is wanted of their blocks is copied. A page of memory that was not used before
    /// costs several times as much as to read one, be it of the heap or of a mapped file. A block that
    /// is looked at again is kept, and a file that is looked at often all the same is mapped.
    case few
    /// Many: each block is read into memory and stays there.
    case many
  }

  private enum Storage {
    case copied(SeekableFile)
    case mapped(MappedFile)
    case read(PartlyReadFile)
  }

  private static let block = BlockChecks.block
  /// So many places are few.
  private static let mostCopies = 64
  private static let longestCopy = 2048
  /// A block that was looked at so often is kept, if it is one of the first: it is read once more for
  /// that.
  private static let looksBeforeKept = 3
  private static let mostKept = 8

  private var storage: Storage
  /// All of the file, unless it is copied; where it is read, what was read of it.
  private var whole: UnsafeRawBufferPointer
  private var checks: BlockChecks
  private var copies: [UnsafeMutableRawBufferPointer] = []
  private var kept: [(block: Int, bytes: UnsafeMutableRawBufferPointer)] = []
  /// The first blocks of which parts were copied, and how often.
  private var looks: [(block: Int, count: Int)] = []
  /// How many long parts were looked at for the moment.
  private var visits = 0
  private var isSound: [UInt64] = []

  /// Throws where the file is not what its name says.
  init(_ path: String, check: String, _ access: Access = .few) throws(IndexDamage) {
    // The index is never needed: what cannot be read for whatever reason is as good as lost.
    do {
      let file = try SeekableFile(path)
      checks = try BlockChecks(file, name: check)
      switch access {
      case .few: (storage, whole) = (.copied(file), UnsafeRawBufferPointer(start: nil, count: 0))
      case .many:
        let file = try PartlyReadFile(file)
        (storage, whole) = (.read(file), file.bytes)
      }
    } catch { throw IndexDamage() }
  }

  deinit {
    for copy in copies { copy.deallocate() }
    for block in kept { block.bytes.deallocate() }
  }

  /// The number of bytes without what follows them.
  var count: Int { checks.count }

  /// Some of the bytes, which stay where they are as long as this value lives.
  func bytes(_ range: Range<Int>) throws -> UnsafeRawBufferPointer {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw IndexDamage() }
    guard !range.isEmpty else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    if case .copied(let file) = storage {
      if let kept = try kept(range, of: file) { return kept }
      if range.count <= Self.longestCopy, copies.count < Self.mostCopies {
        return try copy(range, of: file)
      }
      try map(file)
    }
    var block = range.lowerBound / Self.block
    let last = (range.upperBound - 1) / Self.block
    while block <= last {
      let first = block
      while block <= last, !isKnown(block) { block += 1 }
      if first < block { try check(first..<block) } else { block += 1 }
    }
    return UnsafeRawBufferPointer(rebasing: whole[range])
  }

  /// Some of the bytes for as long as `body` runs. Unlike a look that lasts, one at a long part leaves a
  /// file of which few places are looked at as it is, until there have been many of them.
  func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    guard case .copied(let file) = storage, range.count > Self.longestCopy,
      range.lowerBound >= 0, range.upperBound <= count, visits < Self.mostCopies
    else { return try body(bytes(range)) }
    visits += 1
    return try withBlocks(around: range, of: file, body)
  }

  /// Bytes of a block that is looked at again; nil where it is not, or others were first.
  private func kept(
    _ range: Range<Int>, of file: SeekableFile
  ) throws -> UnsafeRawBufferPointer? {
    let block = range.lowerBound / Self.block
    let start = block * Self.block
    guard range.upperBound <= start + Self.block else { return nil }
    func part(_ bytes: UnsafeMutableRawBufferPointer) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[range.lowerBound - start..<range.upperBound - start])
    }
    if let known = kept.first(where: { $0.block == block }) { return part(known.bytes) }
    guard let place = looks.firstIndex(where: { $0.block == block }) else {
      if looks.count < Self.mostKept { looks.append((block, 1)) }
      return nil
    }
    looks[place].count += 1
    guard looks[place].count > Self.looksBeforeKept else { return nil }
    let whole = start..<min(start + Self.block, count)
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: whole.count, alignment: 8)
    kept.append((block, bytes))
    do {
      try file.read(bytes, at: start)
      try checks.check(UnsafeRawBufferPointer(bytes), of: block..<block + 1)
    } catch {
      kept.removeLast()
      bytes.deallocate()
      throw IndexDamage()
    }
    return part(bytes)
  }

  private func copy(_ range: Range<Int>, of file: SeekableFile) throws -> UnsafeRawBufferPointer {
    try withBlocks(around: range, of: file) { part in
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: range.count, alignment: 8)
      copies.append(copy)
      copy.copyMemory(from: part)
      return UnsafeRawBufferPointer(copy)
    }
  }

  /// Reads the blocks that bytes lie in for the moment, and checks them.
  private func withBlocks<Result>(
    around range: Range<Int>, of file: SeekableFile,
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result {
    let blocks = range.lowerBound / Self.block..<(range.upperBound - 1) / Self.block + 1
    let start = blocks.lowerBound * Self.block
    let end = min(blocks.upperBound * Self.block, count)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: end - start, alignment: 8)
    defer { buffer.deallocate() }
    do { try file.read(buffer, at: start) } catch { throw IndexDamage() }
    try checks.check(UnsafeRawBufferPointer(buffer), of: blocks)
    let part = buffer[range.lowerBound - start..<range.upperBound - start]
    return try body(UnsafeRawBufferPointer(rebasing: part))
  }

  private func map(_ file: SeekableFile) throws(IndexDamage) {
    do {
      let file = try MappedFile(file)
      (storage, whole) = (.mapped(file), file.bytes)
    } catch { throw IndexDamage() }
  }

  private func isKnown(_ block: Int) -> Bool {
    !isSound.isEmpty && isSound[block >> 6] >> UInt64(block & 63) & 1 != 0
  }

  /// Checks blocks that lie in `whole`, or are to come there.
  private func check(_ blocks: Range<Int>) throws(IndexDamage) {
    let range = blocks.lowerBound * Self.block..<min(blocks.upperBound * Self.block, count)
    if case .read(let file) = storage {
      do { try file.read(range) } catch { throw IndexDamage() }
    }
    try checks.check(UnsafeRawBufferPointer(rebasing: whole[range]), of: blocks)
    if isSound.isEmpty {
      let blocks = (count + Self.block - 1) / Self.block
      isSound = Array(repeating: 0, count: (blocks + 63) / 64)
    }
    for block in blocks { isSound[block >> 6] |= 1 << UInt64(block & 63) }
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
