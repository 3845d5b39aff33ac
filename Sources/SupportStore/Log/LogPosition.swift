import Platform
import SupportModel

/// How much of a log file is folded, with a checksum of the end of the last line of it: a file that
/// ends otherwise at that place was replaced by another history, not appended to.
struct LogPosition: Hashable, Sendable {
  /// Behind a newline, as a rule: behind all there is where a file's acknowledged end is damaged.
  /// 0 at the beginning of the file.
  let offset: Int
  /// The end of an event's line holds the checksum of the whole of it.
  let check: UInt32

  private static let length = 11

  init() { (offset, check) = (0, 0) }

  private init(offset: Int, check: UInt32) { (self.offset, self.check) = (offset, check) }

  /// The position behind bytes that end with a whole line.
  init(behind bytes: some BidirectionalCollection<UInt8>, offset: Int) {
    let line = bytes.dropLast().reversed().prefix { $0 != 0x0A }.prefix(Self.length - 1)
    self.init(offset: offset, check: CRC32C.checksum(bytes.suffix(1) + line))
  }

  /// Whether the file still says the same before this place.
  func holds(in path: String) throws -> Bool {
    guard offset > 0 else { return true }
    let start = max(0, offset - Self.length)
    let found = try FileSystem.read(path, from: start, count: offset - start)
    return found.count == offset - start && LogPosition(behind: found, offset: offset) == self
  }
}

extension LogPosition: CustomStringConvertible {
  /// Takes the two numbers, as the mark has them.
  init?(_ words: inout LineWords) {
    guard let offset = words.number(Int.self), let check = words.number(UInt32.self) else {
      return nil
    }
    self.init(offset: offset, check: check)
  }

  var description: String { "\(offset) \(check)" }
}
