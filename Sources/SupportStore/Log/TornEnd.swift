import Platform
import SupportModel

/// The end of a log file of our own that was never acknowledged: its writer was killed, or the
/// power went before the bytes were on the disk. It is kept for whoever wants to look, out of the
/// way of the next line.
///
///     line  line  part 1 of 3  part 2 of 3  {"id":"01M7...
///                 ^ the transaction is unfinished
///     line  line  part 1 of 2  \0\0\0\0\0\0\0\0\0\0\0\0"}
///                 ^ blocks that never reached the disk read as NULs
struct TornEnd {
  let file: LogFile
  /// Where it begins.
  let offset: Int
  let bytes: [UInt8]

  init(file: LogFile, offset: Int, bytes: [UInt8]) {
    (self.file, self.offset, self.bytes) = (file, offset, bytes)
  }

  /// Finds the torn end of a part of a file; nil where there is none.
  init?(of part: LogTail.Part, _ log: EventLog) throws {
    let (lines, end, unfinished) = try log.lines(of: part.file, from: part.from)
    let torn = lines.firstTorn.map { lines[$0...].flatMap { $0.bytes + [0x0A] } } ?? []
    guard !(torn.isEmpty && unfinished.isEmpty) else { return nil }
    self.init(file: part.file, offset: end - torn.count, bytes: torn + unfinished)
  }

  /// Whether it is damage to what was acknowledged once, because it was folded and nothing of it was
  /// cut off. Then it is not ours to set aside, and `fsck` tells of it.
  func isDamage(folded: Int) -> Bool { offset < folded && offset + bytes.count >= folded }

  /// Behind all of it.
  var position: LogPosition { LogPosition(behind: bytes, offset: offset + bytes.count) }

  /// What lines there are in it.
  var lines: [LogLine] {
    let (lines, end) = LogLine.split(bytes[...], of: file)
    return lines + [LogLine(file: file, number: lines.count + 1, bytes: bytes[end...])]
  }

  /// Moves the bytes out of the log, durably.
  func setAside(_ layout: DeskLayout) throws {
    let name = file.description.split(separator: "/").joined(separator: "-")
    try FileSystem.replace("\(layout.torn)/\(name).\(offset)", with: bytes, durable: true)
    try FileSystem.truncate(layout.events + "/" + file.description, to: offset)
  }
}
